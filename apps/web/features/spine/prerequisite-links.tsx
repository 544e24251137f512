"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import { type Anchor, drawLinks, type LinkDrawing } from "./link-path.ts";

interface PrerequisiteLinksProps {
  spine: RefObject<HTMLDivElement | null>;
  target: string | null;
  sources: readonly string[];
}

/** The lines from what a concept needs to the concept, over the spine. Rows wrap, so they are measured. */
export function PrerequisiteLinks({ spine, target, sources }: PrerequisiteLinksProps) {
  const [drawing, setDrawing] = useState<LinkDrawing | null>(null);
  useLayoutEffect(() => {
    const element = spine.current;
    if (!element || target === null) {
      setDrawing(null);
      return;
    }
    const draw = () => setDrawing(measure(element, target, sources));
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [spine, target, sources]);
  if (!drawing || drawing.links.length === 0) return null;
  return (
    <svg className="spine-links" aria-hidden>
      {drawing.links.map(({ path }) => (
        <path key={path} className="casing" d={path} />
      ))}
      {drawing.links.map(({ path, dot }) => (
        <g key={path}>
          <path d={path} />
          <circle cx={dot.x} cy={dot.y} r={3.5} />
        </g>
      ))}
      <path className="arrow" d={drawing.arrow} />
    </svg>
  );
}

function measure(spine: HTMLElement, target: string, sources: readonly string[]): LinkDrawing | null {
  const centre = spine.clientWidth / 2;
  const at = (id: string) => anchorOf(spine, id);
  const to = at(target);
  return (
    to &&
    drawLinks(
      to,
      sources.map(at).filter((anchor) => anchor !== null),
      centre,
    )
  );
}

function anchorOf(spine: HTMLElement, concept_id: string): Anchor | null {
  const row = spine.querySelector(`[data-concept="${CSS.escape(concept_id)}"]`);
  const card = row?.closest("[data-card]");
  if (!row || !card) return null;
  const origin = spine.getBoundingClientRect();
  const edge = card.getBoundingClientRect();
  const line = row.getBoundingClientRect();
  const side = edge.left - origin.left > origin.width / 2 ? "right" : "left";
  return { x: (side === "right" ? edge.left : edge.right) - origin.left, y: line.top - origin.top + line.height / 2, side };
}
