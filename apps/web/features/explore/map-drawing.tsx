import type { DomainMap } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
import { CARD_HEIGHT, type MapGrid } from "./map-grid.ts";
import type { Line } from "./map-lines.ts";

interface MapDrawingProps {
  domain: DomainMap;
  grid: MapGrid;
  lines: readonly Line[];
  /** The concept that is looked at, if any. */
  shown: string | null;
  /** Draws the card of a concept. */
  children: (id: string) => ReactNode;
}

/** Columns with their cards in the order of study, and the lines between them. */
export function MapDrawing({ domain, grid, lines, shown, children }: MapDrawingProps) {
  const t = useTranslations("explore.list");
  const size: CSSProperties = { width: grid.width, height: grid.height };
  const near = (line: Line) => line.from === shown || line.to === shown;
  const stale = shown !== null;
  return (
    <div className="relative" style={size}>
      <svg className="explore-lines" width={grid.width} height={grid.height} data-looking={stale} aria-hidden>
        {lines
          .filter((line) => !near(line))
          .map((line) => (
            <Drawn key={`${line.from} ${line.to}`} line={line} />
          ))}
        {lines.filter(near).map((line) => (
          <Drawn key={`${line.from} ${line.to}`} line={line} near />
        ))}
      </svg>
      <ol>
        {domain.stages.map((stage, at) => (
          <li key={stage.id}>
            <h2
              className="absolute top-0 flex h-[72px] flex-col justify-end text-13 leading-[18px] tracking-normal"
              style={{ left: grid.columns[at]?.x, width: grid.card_width }}
            >
              <span className="font-mono text-12 text-ink-3">
                <span className="sr-only">{t("stage", { number: at + 1, total: domain.stages.length })}: </span>
                <span aria-hidden>{at + 1}</span>
              </span>
              <span className="line-clamp-3">{stage.name}</span>
            </h2>
            <ol>
              {stage.concept_ids.map((id) => {
                const card = grid.cards.get(id);
                return (
                  card && (
                    <li
                      key={id}
                      className="absolute"
                      style={{ left: card.x, top: card.y, width: grid.card_width, height: CARD_HEIGHT }}
                    >
                      {children(id)}
                    </li>
                  )
                );
              })}
            </ol>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Drawn({ line, near = false }: { line: Line; near?: boolean }) {
  const end = line.points.at(-1);
  const before = line.points.at(-2);
  if (!end || !before) return null;
  const isDown = before.x === end.x;
  const head = isDown
    ? `M${end.x - 4} ${end.y - 6}L${end.x} ${end.y - 1}L${end.x + 4} ${end.y - 6}`
    : `M${end.x - 6} ${end.y - 4}L${end.x - 1} ${end.y}L${end.x - 6} ${end.y + 4}`;
  return (
    <g data-kind={line.kind} data-near={near}>
      <path d={line.path} />
      <path className="head" d={head} />
    </g>
  );
}
