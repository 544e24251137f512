"use client";

import type { Roadmap } from "@wayfinder/protocol";
import { type KeyboardEvent, useRef } from "react";
import { ConceptPane } from "./concept-pane.tsx";
import { MapSpine } from "./map-spine.tsx";
import type { RoadmapIndex } from "./roadmap-index.ts";
import { StateKey } from "./state-key.tsx";
import { useChoice } from "./use-choice.ts";

interface RoadmapMapProps {
  roadmap: Roadmap;
  index: RoadmapIndex;
  onEdit: (concept_id: string) => void;
}

/** The map with its side pane: a concept that is pointed at is previewed, one that is focused or pressed stays. */
export function RoadmapMap({ roadmap, index, onEdit }: RoadmapMapProps) {
  const spine = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  const choice = useChoice();
  const shown = choice.shown ?? index.next ?? null;
  const rowOf = (id: string) => spine.current?.querySelector<HTMLElement>(`[data-concept="${CSS.escape(id)}"] button`);
  const choose = (id: string) => {
    choice.pin(id);
    rowOf(id)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === "Escape" && shown !== null) rowOf(shown)?.focus();
  };
  return (
    <div className="grid justify-between gap-8 pt-8 pb-16 xl:grid-cols-[minmax(0,960px)_320px]">
      <MapSpine
        ref={spine}
        roadmap={roadmap}
        index={index}
        choice={choice}
        onOpen={() => pane.current?.querySelector<HTMLElement>("[data-open]")?.focus()}
      />
      <aside
        ref={pane}
        id="concept-pane"
        className={
          choice.pinned === null
            ? "self-start max-xl:hidden xl:sticky xl:top-6 xl:max-h-[calc(100dvh-48px)] xl:overflow-y-auto"
            : "z-4 self-start max-xl:sticky max-xl:bottom-3 xl:sticky xl:top-6 xl:max-h-[calc(100dvh-48px)] xl:overflow-y-auto"
        }
        onKeyDown={onKeyDown}
      >
        {shown !== null && (
          <ConceptPane id={shown} roadmap={roadmap} index={index} onChoose={choose} onEdit={onEdit} onClose={choice.clear} />
        )}
        <StateKey index={index} />
      </aside>
    </div>
  );
}
