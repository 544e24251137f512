"use client";

import type { Concept, Roadmap } from "@wayfinder/protocol";
import { type RefObject, useMemo } from "react";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { PrerequisiteLinks } from "#web/features/spine/prerequisite-links.tsx";
import type { RowMark } from "#web/features/spine/row-look.ts";
import { Spine } from "#web/features/spine/spine.tsx";
import { layTrail } from "#web/features/spine/trail-map.ts";
import { HTML_LANG } from "#web/i18n/language.ts";
import { MapRow } from "./map-row.tsx";
import type { RoadmapIndex } from "./roadmap-index.ts";
import { StageMeta } from "./stage-meta.tsx";
import type { Choice } from "./use-choice.ts";

const NONE: readonly string[] = [];

interface MapSpineProps {
  ref: RefObject<HTMLDivElement | null>;
  roadmap: Roadmap;
  index: RoadmapIndex;
  choice: Choice;
  /** A press of a key on a row. */
  onOpen: () => void;
}

/** The spine of a roadmap, with lines from what the looked-at concept needs. */
export function MapSpine({ ref, roadmap, index, choice, onOpen }: MapSpineProps) {
  const { stages, plan, language } = roadmap;
  const duration = useDuration();
  const lang = HTML_LANG[language];
  const map = useMemo(() => layTrail<Concept>(stages, index.next ? { concept_id: index.next } : "start"), [stages, index.next]);
  const { shown } = choice;
  const sources = (shown === null ? undefined : index.concepts.get(shown)?.needs) ?? NONE;
  const markOf = (id: string): RowMark | undefined => (shown === id ? "chosen" : sources.includes(id) ? "needed" : undefined);
  return (
    <Spine
      ref={ref}
      stages={map}
      begun={false}
      lang={lang}
      parts={{
        row: ({ concept_id: id }) => (
          <MapRow
            id={id}
            index={index}
            lang={lang}
            mark={markOf(id)}
            pinned={choice.pinned === id}
            choice={choice}
            onOpen={onOpen}
          />
        ),
        stageMeta: (stage) => <StageMeta stage={stage} plan={plan} />,
        moduleNote: (module) => duration(module.concepts.reduce((sum, { hours }) => sum + hours.likely, 0)),
      }}
    >
      <PrerequisiteLinks spine={ref} target={shown} sources={sources} />
    </Spine>
  );
}
