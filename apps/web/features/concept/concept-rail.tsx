import type { ConceptPage, Roadmap } from "@wayfinder/protocol";
import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { conceptPath, roadmapPath } from "#web/features/roadmap/paths.ts";
import { stateOf } from "#web/features/roadmap/readiness-state.ts";
import type { RoadmapIndex } from "#web/features/roadmap/roadmap-index.ts";
import { HTML_LANG } from "#web/i18n/language.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { StateIcon } from "#web/ui/state-icon.tsx";

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
    <nav
      aria-label={t("rail")}
      className="self-start lg:sticky lg:top-6 lg:-ml-2.5 lg:max-h-[calc(100dvh-48px)] lg:overflow-y-auto lg:pb-4 lg:pl-2.5"
      ref={showCurrent}
    >
      <Link
        href={roadmapPath(page.roadmap_id)}
        className="inline-flex min-h-11 items-center gap-2 text-ink-2 no-underline hover:underline"
      >
        <Icon of={ArrowLeft} size={16} />
        {t("whole")}
      </Link>
      <div className="hidden lg:block">
        <h2 lang={lang} className="mt-1 mb-0.5 text-17 tracking-[-0.015em] break-words">
          {page.stage.name}
        </h2>
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
                    <RailLink key={concept_id} id={concept_id} page={page} index={index} />
                  ))}
                </ol>
              </section>
            ))}
          </>
        ) : (
          <RailSkeleton />
        )}
      </div>
    </nav>
  );
}

/** Brings the link to this page into view within the rail, without moving the page. */
function showCurrent(rail: HTMLElement | null): void {
  const current = rail?.querySelector<HTMLElement>("[aria-current]");
  if (rail && current) rail.scrollTop = Math.max(0, current.offsetTop + current.offsetHeight - rail.clientHeight);
}

function RailLink({ id, page, index }: { id: string; page: ConceptPage; index: RoadmapIndex }) {
  const t = useTranslations();
  const entry = index.concepts.get(id);
  if (!entry) return null;
  const { concept, readiness } = entry;
  const isHere = id === page.concept.concept_id;
  return (
    <li>
      <Link
        href={conceptPath(page.roadmap_id, id)}
        aria-current={isHere ? "page" : undefined}
        className={classNames(
          "grid min-h-11 grid-cols-[18px_minmax(0,1fr)] items-center gap-2.5 rounded-row px-2.5 py-1.5 leading-[22px] no-underline lg:-ml-2.5",
          isHere ? "bg-accent-soft font-[550] text-accent-ink" : "hover:bg-hover",
          !isHere && readiness === "locked" && "text-ink-3",
        )}
      >
        <StateIcon
          state={stateOf(readiness)}
          className={isHere ? undefined : readiness === "next" ? "text-accent" : "text-ink-3"}
        />
        <span className="break-words">
          <span lang={HTML_LANG[page.language]}>{concept.name}</span>
          <span className="sr-only">, {isHere ? t("concept.here") : t(`roadmap.state.${readiness}`)}</span>
        </span>
      </Link>
    </li>
  );
}

const RailSkeleton = () => (
  <div className="mt-6 grid gap-7">
    {["w-2/3", "w-1/2", "w-3/5", "w-2/5"].map((width) => (
      <Skeleton key={width} className={width} />
    ))}
  </div>
);
