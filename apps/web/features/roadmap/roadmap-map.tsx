"use client";

import type { Concept, Roadmap } from "@wayfinder/protocol";
import { useMemo, useRef } from "react";
import { PrerequisiteLinks } from "#web/features/spine/prerequisite-links.tsx";
import { Spine } from "#web/features/spine/spine.tsx";
import { layTrail } from "#web/features/spine/trail-map.ts";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { HTML_LANG } from "#web/i18n/language.ts";
import { ConceptPane } from "./concept-pane.tsx";
import { MapRow } from "./map-row.tsx";
import type { RoadmapIndex } from "./roadmap-index.ts";
import { StageMeta } from "./stage-meta.tsx";
import { StateKey } from "./state-key.tsx";
import { useChoice } from "./use-choice.ts";

const NONE: readonly string[] = [];

/** The map with its side pane: a concept that is pointed at is previewed, one that is focused or pressed stays. */
export function RoadmapMap({ roadmap, index }: { roadmap: Roadmap; index: RoadmapIndex }) {
  const { stages, plan, language } = roadmap;
  const duration = useDuration();
  const spine = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  const choice = useChoice();
  const map = useMemo(() => layTrail<Concept>(stages, index.next ? { concept_id: index.next } : "start"), [stages, index.next]);
  const shown = choice.shown ?? index.next ?? null;
  const sources = (shown === null ? undefined : index.concepts.get(shown)?.needs) ?? NONE;
  const rowOf = (id: string) => spine.current?.querySelector<HTMLElement>(`[data-concept="${CSS.escape(id)}"] button`);
  const choose = (id: string) => {
    choice.pin(id);
    rowOf(id)?.scrollIntoView({ block: "nearest" });
  };
  return (
    <div className="grid justify-between gap-8 pt-8 pb-16 xl:grid-cols-[minmax(0,960px)_320px]">
      <Spine
        ref={spine}
        stages={map}
        begun={false}
        lang={HTML_LANG[language]}
        parts={{
          row: ({ concept_id }) => (
            <MapRow
              id={concept_id}
              index={index}
              lang={HTML_LANG[language]}
              mark={
                choice.shown === concept_id
                  ? "chosen"
                  : choice.shown !== null && sources.includes(concept_id)
                    ? "needed"
                    : undefined
              }
              pinned={choice.pinned === concept_id}
              choice={choice}
              onOpen={() => pane.current?.querySelector<HTMLElement>("[data-open]")?.focus()}
            />
          ),
          stageMeta: (stage) => <StageMeta stage={stage} plan={plan} />,
          moduleNote: (module) => duration(module.concepts.reduce((sum, { hours }) => sum + hours.likely, 0)),
        }}
      >
        <PrerequisiteLinks spine={spine} target={choice.shown} sources={sources} />
      </Spine>
      <aside
        ref={pane}
        id="concept-pane"
        className={
          choice.pinned === null
            ? "self-start max-xl:hidden xl:sticky xl:top-6"
            : "z-4 self-start max-xl:sticky max-xl:bottom-3 xl:sticky xl:top-6"
        }
        onKeyDown={({ key }) => {
          if (key === "Escape" && shown !== null) rowOf(shown)?.focus();
        }}
      >
        {shown !== null && <ConceptPane id={shown} roadmap={roadmap} index={index} onChoose={choose} onClose={choice.clear} />}
        <StateKey index={index} />
      </aside>
    </div>
  );
}
