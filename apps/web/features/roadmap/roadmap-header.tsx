import type { Roadmap } from "@wayfinder/protocol";
import { ArrowRight, LibraryBig, List, Route } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDay } from "#web/features/day/use-day.ts";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { HTML_LANG } from "#web/i18n/language.ts";
import { Icon } from "#web/ui/icon.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Segmented } from "#web/ui/segmented.tsx";
import { lackingOf } from "./lacking.ts";
import { conceptPath } from "./paths.ts";
import type { RoadmapIndex } from "./roadmap-index.ts";

export type RoadmapViewName = "map" | "list";

interface RoadmapHeaderProps {
  roadmap: Roadmap;
  index: RoadmapIndex;
  view: RoadmapViewName;
  onView: (view: RoadmapViewName) => void;
  /** What else can be done, beside the view. */
  children?: ReactNode;
}

/** The title, what it amounts to, and the way to the next concept. */
export function RoadmapHeader({ roadmap, index, view, onView, children }: RoadmapHeaderProps) {
  const t = useTranslations("roadmap");
  const next = index.next === undefined ? undefined : index.concepts.get(index.next);
  const lang = HTML_LANG[roadmap.language];
  return (
    <header className="grid items-end gap-x-6 gap-y-5 pt-6 md:pt-9 min-[1100px]:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h1 lang={lang} className="text-28 leading-[34px] break-words md:text-34 md:leading-10">
          {roadmap.title}
        </h1>
        <Summary roadmap={roadmap} concepts={index.concepts.size} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <div className="hidden md:block">
          <Segmented
            label={t("view.label")}
            value={view}
            onChange={onView}
            options={[
              { value: "map", label: t("view.map"), icon: Route },
              { value: "list", label: t("view.list"), icon: List },
            ]}
          />
        </div>
        {children}
        {next && (
          <LinkButton
            // where there is no text yet, having it written comes first
            look={lackingOf(next.concept) === "text" ? "plain" : "primary"}
            href={conceptPath(roadmap.roadmap_id, next.concept.concept_id)}
            className="min-w-0 flex-1 max-[1099px]:ml-auto md:flex-none"
          >
            <span className="line-clamp-1">{t("start", { name: next.concept.name })}</span>
            <Icon of={ArrowRight} size={16} />
          </LinkButton>
        )}
      </div>
    </header>
  );
}

function Summary({ roadmap, concepts }: { roadmap: Roadmap; concepts: number }) {
  const t = useTranslations("roadmap");
  const duration = useDuration();
  const day = useDay();
  const { plan, source } = roadmap;
  return (
    <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-ink-2">
      <span>
        {t("summary", { concepts, weeks: plan.weeks.length, hours: duration(plan.hours_per_week) })}
        {plan.finishes_on && ` · ${t("finishes", { date: day(plan.finishes_on) })}`}
      </span>
      <span className="flex items-center gap-1.5 text-13 text-ink-3">
        <Icon of={LibraryBig} size={16} />
        {t(`source.${source}`)}
      </span>
    </p>
  );
}
