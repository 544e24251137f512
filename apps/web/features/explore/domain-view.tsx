"use client";

import type { DomainMap } from "@wayfinder/protocol";
import { type KeyboardEvent, useMemo, useRef } from "react";
import { useChoice } from "#web/features/roadmap/use-choice.ts";
import { cardMark } from "./card-mark.ts";
import type { CatalogueIndex } from "./domain-index.ts";
import { LineKey } from "./line-key.tsx";
import { MapCard } from "./map-card.tsx";
import { mapGrid } from "./map-grid.ts";
import { MapDrawing } from "./map-drawing.tsx";
import { mapLines } from "./map-lines.ts";
import { MapPane } from "./map-pane.tsx";
import { isWalkKey, walk } from "./walk.ts";
import "./explore.css";

/** The map: a column a stage, a card a concept, a line a prerequisite. Looking at a concept shows what it needs and what it opens. */
export function DomainView({ domain, index }: { domain: DomainMap; index: CatalogueIndex }) {
  const map = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const choice = useChoice();
  const { shown } = choice;
  const drawing = useMemo(() => draw(domain), [domain]);
  const place = shown === null ? undefined : index.places.get(shown);
  const go = (id: string) => {
    const card = map.current?.querySelector<HTMLElement>(`[data-concept="${CSS.escape(id)}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const id = (event.target as HTMLElement).dataset["concept"];
    if (id === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") return choice.clear();
    if (!isWalkKey(event.key)) return;
    event.preventDefault();
    const next = walk(id, event.key, index);
    if (next !== null) go(next);
  };
  return (
    <div className="pt-6 pb-3">
      <LineKey />
      <div ref={map} tabIndex={-1} className="explore-scroll outline-none" onKeyDown={onKeyDown}>
        <MapDrawing domain={domain} {...drawing} shown={shown}>
          {(id) => (
            <MapCard
              place={index.places.get(id)}
              mark={cardMark(id, place)}
              choice={choice}
              onOpen={() => pane.current?.querySelector<HTMLElement>("[data-open]")?.focus()}
            />
          )}
        </MapDrawing>
      </div>
      <div className="h-56" aria-hidden />
      {/* over the map and without a place of its own, so that nothing moves when it comes and goes */}
      <div ref={pane} id="map-pane" className="sticky bottom-3 z-4 h-0">
        {place && (
          <MapPane
            place={place}
            index={index}
            onChoose={(id) => (index.places.get(id)?.domain === domain ? go(id) : undefined)}
            onLeave={() => go(place.node.id)}
            onClose={() => {
              choice.clear();
              map.current?.focus();
            }}
          />
        )}
      </div>
    </div>
  );
}

function draw(domain: DomainMap) {
  const grid = mapGrid(domain);
  const edges = domain.concepts.flatMap((node) =>
    node.prerequisites.map(({ concept_id, kind }) => ({ from: concept_id, to: node.id, kind })),
  );
  return { grid, lines: mapLines(grid, edges) };
}
