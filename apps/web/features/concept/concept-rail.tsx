import type { ConceptPage, Roadmap } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { conceptPath, roadmapPath } from "#web/features/roadmap/paths.ts";
import { stateOf } from "#web/features/roadmap/readiness-state.ts";
import type { RoadmapIndex } from "#web/features/roadmap/roadmap-index.ts";
import { HTML_LANG } from "#web/i18n/language.ts";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { LessonRail } from "./lesson-rail.tsx";
import { RailLink } from "./rail-link.tsx";

interface ConceptRailProps {
  page: ConceptPage;
  roadmap: Roadmap | undefined;
  index: RoadmapIndex | undefined;
}

/** The way back to the roadmap and, on wide screens, the concepts of this stage. */
export function ConceptRail({ page, roadmap, index }: ConceptRailProps) {
  const t = useTranslations("concept");
  const lang = HTML_LANG[page.language];
  const at = roadmap?.stages.findIndex((stage) => stage.stage_id === page.stage.stage_id) ?? -1;
  return (
    <LessonRail
      label={t("rail")}
      back={{ href: roadmapPath(page.roadmap_id), text: t("whole") }}
      title={page.stage.name}
      lang={lang}
    >
      {roadmap && index ? (
        <>
          <p className="text-13 text-ink-3">{t("stage", { number: at + 1, total: roadmap.stages.length })}</p>
          {roadmap.stages[at]?.modules.map((module) => (
            <section key={module.module_id} aria-label={module.name}>
              <h3 lang={lang} className="mt-[18px] mb-0.5 text-13 tracking-normal text-ink-2">
                {module.name}
              </h3>
              <ol>
                {module.concepts.map(({ concept_id }) => (
                  <RoadmapLink key={concept_id} id={concept_id} page={page} index={index} />
                ))}
              </ol>
            </section>
          ))}
        </>
      ) : (
        <RailSkeleton />
      )}
    </LessonRail>
  );
}

function RoadmapLink({ id, page, index }: { id: string; page: ConceptPage; index: RoadmapIndex }) {
  const t = useTranslations();
  const entry = index.concepts.get(id);
  if (!entry) return null;
  const { concept, readiness } = entry;
  const isHere = id === page.concept.concept_id;
  return (
    <RailLink
      href={conceptPath(page.roadmap_id, id)}
      name={concept.name}
      lang={HTML_LANG[page.language]}
      state={stateOf(readiness)}
      note={isHere ? t("concept.here") : t(`roadmap.state.${readiness}`)}
      isHere={isHere}
    />
  );
}

const RailSkeleton = () => (
  <div className="mt-6 grid gap-7">
    {["w-2/3", "w-1/2", "w-3/5", "w-2/5"].map((width) => (
      <Skeleton key={width} className={width} />
    ))}
  </div>
);
