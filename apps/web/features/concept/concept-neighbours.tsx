import type { ConceptPage } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { conceptPath } from "#web/features/roadmap/paths.ts";
import type { RoadmapIndex } from "#web/features/roadmap/roadmap-index.ts";
import { HTML_LANG } from "#web/i18n/language.ts";
import { NeighbourLinks } from "./neighbour-links.tsx";

/** What a concept of a roadmap builds on, and what it leads to. */
export function ConceptNeighbours({ page, index }: { page: ConceptPage; index: RoadmapIndex | undefined }) {
  const t = useTranslations("concept.neighbours");
  const entry = index?.concepts.get(page.concept.concept_id);
  if (!index || !entry) return null;
  const lang = HTML_LANG[page.language];
  const named = (ids: readonly string[]) =>
    ids.map((id) => ({ href: conceptPath(page.roadmap_id, id), name: index.concepts.get(id)?.concept.name ?? id }));
  return (
    <nav aria-label={t("label")} className="grid gap-7">
      <NeighbourLinks title={t("builds_on")} lang={lang} concepts={named(entry.needs)} />
      <NeighbourLinks title={t("leads_to")} lang={lang} concepts={named(entry.leadsTo)} />
    </nav>
  );
}
