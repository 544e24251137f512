import type { Roadmap, Stage } from "@wayfinder/protocol";
import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { rowLook } from "#web/features/spine/row-look.ts";
import { HTML_LANG } from "#web/i18n/language.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { conceptPath } from "./paths.ts";
import { ReadinessText } from "./readiness-text.tsx";
import { stateOf } from "./readiness-state.ts";
import type { RoadmapIndex } from "./roadmap-index.ts";
import { StageMeta } from "./stage-meta.tsx";

/** The same roadmap as a nested list: on phones, and for who prefers one. */
export function RoadmapList({ roadmap, index }: { roadmap: Roadmap; index: RoadmapIndex }) {
  const current = index.next === undefined ? undefined : index.concepts.get(index.next)?.stage;
  return (
    <div className="max-w-[960px] pt-4 pb-12 md:pt-8">
      {roadmap.stages.map((stage, nth) => (
        <StageDetails
          key={stage.stage_id}
          stage={stage}
          number={nth + 1}
          isCurrent={stage.stage_id === current?.stage_id}
          roadmap={roadmap}
          index={index}
        />
      ))}
    </div>
  );
}

interface StageDetailsProps {
  stage: Stage;
  number: number;
  isCurrent: boolean;
  roadmap: Roadmap;
  index: RoadmapIndex;
}

function StageDetails({ stage, number, isCurrent, roadmap, index }: StageDetailsProps) {
  const lang = HTML_LANG[roadmap.language];
  return (
    <details open={isCurrent} className="group border-b border-line open:pb-3">
      <summary className="grid min-h-[68px] list-none grid-cols-[32px_minmax(0,1fr)_18px] items-center gap-3 py-2.5 [&::-webkit-details-marker]:hidden">
        <span
          aria-hidden
          className={classNames(
            "grid size-8 place-items-center rounded-full border-2 font-mono text-13 leading-none font-semibold",
            isCurrent ? "border-accent text-accent-ink" : "border-edge text-ink-2",
          )}
        >
          {number}
        </span>
        <span className="min-w-0 text-13 text-ink-3">
          <h2 lang={lang} className="text-17 tracking-[-0.015em] break-words text-ink">
            {stage.name}
          </h2>
          <StageMeta stage={stage} plan={roadmap.plan} />
        </span>
        <Icon of={ChevronDown} className="group-open:rotate-180" />
      </summary>
      {stage.modules.map((module) => (
        <div key={module.module_id} className="mb-2">
          <h3 lang={lang} className="mt-3 mb-1 ml-3 text-13 tracking-normal text-ink-2">
            {module.name}
          </h3>
          <ol>
            {module.concepts.map(({ concept_id }) => {
              const entry = index.concepts.get(concept_id);
              return (
                entry && (
                  <li key={concept_id}>
                    <Link
                      href={conceptPath(roadmap.roadmap_id, concept_id)}
                      className={rowLook({ state: stateOf(entry.readiness), active: true }, "min-h-12")}
                    >
                      <ReadinessText entry={entry} lang={lang} />
                    </Link>
                  </li>
                )
              );
            })}
          </ol>
        </div>
      ))}
    </details>
  );
}
