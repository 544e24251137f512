"use client";

import type { OutlineConcept, Snapshot } from "@wayfinder/protocol/fold";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useMemo, useRef } from "react";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { AddConcept } from "#web/features/review/add-concept.tsx";
import { ReviewRow } from "#web/features/review/review-row.tsx";
import { MapSkeleton } from "#web/features/spine/map-skeleton.tsx";
import { rowLook } from "#web/features/spine/row-look.ts";
import { RowText } from "#web/features/spine/row-text.tsx";
import { Spine } from "#web/features/spine/spine.tsx";
import { layTrail, type MapModule, type MapStage } from "#web/features/spine/trail-map.ts";
import { isFinal } from "#web/features/tasks/is-final.ts";
import { Icon } from "#web/ui/icon.tsx";
import type { State } from "#web/ui/state-icon.tsx";
import { type ConceptProgress, conceptProgress, type Writing } from "./concept-progress.ts";
import { liveHere, mapPhase } from "./live-here.ts";
import type { Purpose } from "./purpose.ts";
import { useArrivals } from "./use-arrivals.ts";
import { useFollow } from "./use-follow.ts";

interface LiveMapProps extends Pick<Snapshot, "status" | "steps" | "stages" | "units"> {
  lang: string;
  /** What a later task is for; undefined for one that makes the roadmap. */
  later: Purpose["kind"] | undefined;
}

/** The roadmap so far: the real spine, growing where it will stay. */
export const LiveMap = memo(function LiveMap({ lang, later, status, steps, stages, units }: LiveMapProps) {
  const t = useTranslations("live");
  const snapshot = useMemo(() => ({ status, steps, stages, units }), [status, steps, stages, units]);
  const scroller = useRef<HTMLElement>(null);
  const here = useMemo(() => liveHere(snapshot, later), [snapshot, later]);
  const map = useMemo(() => layTrail<OutlineConcept>(stages, here), [stages, here]);
  const progress = useMemo(() => conceptProgress(units), [units]);
  const arrival = useArrivals(stages.flatMap((stage) => stage.modules.map((module) => module.module_id)));
  const phase = mapPhase(snapshot, later);
  const ended = isFinal(snapshot.status);
  const isAsked = snapshot.status === "waiting_for_review";
  useFollow(scroller, !ended && typeof here === "object" ? here.concept_id : null);
  const isGrowing = phase === "outline" && !ended;
  const isWritten = phase === "writing" || phase === "written";
  return (
    <section ref={scroller} tabIndex={0} aria-label={t("map.label")} className="live-map min-w-0">
      <Spine
        stages={map}
        begun={here !== "start"}
        lang={lang}
        parts={{
          arrival,
          row: (concept) =>
            isAsked ? (
              <ReviewRow concept={concept} lang={lang} />
            ) : isWritten ? (
              <WritingRow
                concept={concept}
                told={progress.get(concept.concept_id)?.writing ?? "waiting"}
                reason={progress.get(concept.concept_id)?.reason}
                lang={lang}
                ended={ended}
              />
            ) : (
              <OutlineRow
                concept={concept}
                lang={lang}
                isNew={isGrowing && typeof here === "object" && here.concept_id === concept.concept_id}
              />
            ),
          stageMeta: (stage) =>
            isGrowing && stage.place !== "walked" ? (
              <p>{t("adding")}</p>
            ) : (
              <StageSize concepts={stage.modules.flatMap((m) => m.concepts)} />
            ),
          isLacking: (stage) => isWritten && lacksParts(stage, progress),
          moduleEnd: (module) => isAsked && <AddConcept module_id={module.module_id} module={module.name} lang={lang} />,
          moduleNote: (module) => isWritten && moduleNote(module, progress, t),
        }}
      />
      {stages.length === 0 && (
        <div className="mx-auto mt-2 max-w-[960px]">
          {!later && <p className="mb-4 text-13 text-ink-3">{t(ended ? "map.nothing" : "map.empty")}</p>}
          {(later || !ended) && <MapSkeleton />}
        </div>
      )}
    </section>
  );
});

/** Whether a concept of the stage could not be written. */
const lacksParts = ({ modules }: MapStage<OutlineConcept>, progress: ReadonlyMap<string, ConceptProgress>): boolean =>
  modules.some(({ concepts }) => concepts.some(({ concept_id }) => progress.get(concept_id)?.writing === "failed"));

type Translate = ReturnType<typeof useTranslations<"live">>;

function moduleNote(module: MapModule<OutlineConcept>, progress: ReadonlyMap<string, ConceptProgress>, t: Translate): string {
  const written = module.concepts.filter(({ concept_id }) => progress.get(concept_id)?.writing === "written");
  return t("module_note", { done: written.length, total: module.concepts.length });
}

function StageSize({ concepts }: { concepts: readonly OutlineConcept[] }) {
  const t = useTranslations("live");
  const duration = useDuration();
  const hours = concepts.reduce((sum, concept) => sum + concept.hours.likely, 0);
  return <p>{t("stage_meta", { concepts: concepts.length, hours: duration(hours) })}</p>;
}

interface OutlineRowProps {
  concept: OutlineConcept;
  lang: string;
  isNew: boolean;
}

const OutlineRow = memo(function OutlineRow({ concept, lang, isNew }: OutlineRowProps) {
  const t = useTranslations("live.row");
  const duration = useDuration();
  const hours = duration(concept.hours.likely);
  const state = isNew ? "writing" : "ready";
  return (
    <div className={rowLook({ state })}>
      <RowText
        state={state}
        name={concept.name}
        lang={lang}
        note={isNew ? t("new", { hours }) : hours}
        icon={isNew ? <Icon of={Plus} /> : undefined}
      />
    </div>
  );
});

const STATES: Readonly<Record<Writing, State>> = { written: "done", writing: "busy", waiting: "waiting", failed: "failed" };

interface WritingRowProps {
  concept: OutlineConcept;
  told: Writing;
  reason: string | undefined;
  lang: string;
  ended: boolean;
}

const WritingRow = memo(function WritingRow({ concept, told, reason, lang, ended }: WritingRowProps) {
  const t = useTranslations("live.row");
  // A task that has ended writes nothing any more.
  const writing = ended && told === "writing" ? "waiting" : told;
  return (
    <div className={rowLook({ state: STATES[writing] })} title={reason}>
      <RowText
        state={STATES[writing]}
        name={concept.name}
        lang={lang}
        note={t(ended && writing === "waiting" ? "stopped" : writing)}
      />
    </div>
  );
});
