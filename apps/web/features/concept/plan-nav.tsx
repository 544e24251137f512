import type { ConceptPage } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { conceptPath } from "#web/features/roadmap/paths.ts";
import type { RoadmapIndex } from "#web/features/roadmap/roadmap-index.ts";
import { HTML_LANG } from "#web/i18n/language.ts";
import { type Way, WayNav } from "./way-nav.tsx";

/** The concepts before and after this one in the order of the plan. */
export function PlanNav({ page, index }: { page: ConceptPage; index: RoadmapIndex | undefined }) {
  const t = useTranslations("concept.plan");
  if (!index) return null;
  const at = index.order.indexOf(page.concept.concept_id);
  const way = (id: string | undefined, label: string): Way | undefined => {
    const name = id === undefined ? undefined : index.concepts.get(id)?.concept.name;
    return id === undefined || name === undefined ? undefined : { href: conceptPath(page.roadmap_id, id), label, name };
  };
  return (
    <WayNav
      label={t("label")}
      lang={HTML_LANG[page.language]}
      previous={way(at > 0 ? index.order[at - 1] : undefined, t("previous"))}
      next={way(at < 0 ? undefined : index.order[at + 1], t("next"))}
      end={t("end")}
    />
  );
}
