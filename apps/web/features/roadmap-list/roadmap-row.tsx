import type { RoadmapSummary } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { localDay } from "#web/features/day/day.ts";
import { useDay } from "#web/features/day/use-day.ts";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { ListLink } from "./list-link.tsx";

/** A roadmap in the list. */
export function RoadmapRow({ roadmap }: { roadmap: RoadmapSummary }) {
  const t = useTranslations("roadmaps");
  const duration = useDuration();
  const day = useDay();
  const hours = duration(roadmap.total_hours);
  return (
    <ListLink
      href={`/app/roadmaps/${roadmap.roadmap_id}`}
      title={roadmap.title}
      language={roadmap.language}
      meta={t("meta", { concepts: roadmap.concepts, weeks: roadmap.weeks, hours })}
      aside={
        <span className="text-13 text-ink-3 md:text-right">
          {roadmap.finishes_on && <span className="block text-ink-2">{t("finishes", { date: day(roadmap.finishes_on) })}</span>}
          <span className="block">{t("made", { date: day(localDay(new Date(roadmap.created_at))) })}</span>
        </span>
      }
    />
  );
}
