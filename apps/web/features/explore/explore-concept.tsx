"use client";

import { ApiError } from "@wayfinder/client";
import type { CataloguePage } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { ConceptArticle } from "#web/features/concept/concept-article.tsx";
import { ConceptAside } from "#web/features/concept/concept-aside.tsx";
import { ConceptSkeleton } from "#web/features/concept/concept-skeleton.tsx";
import { LessonLayout } from "#web/features/concept/lesson-layout.tsx";
import { NeighbourLinks } from "#web/features/concept/neighbour-links.tsx";
import { type Way, WayNav } from "#web/features/concept/way-nav.tsx";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { HTML_LANG } from "#web/i18n/language.ts";
import { LinkButton } from "#web/ui/link-button.tsx";
import type { CatalogueIndex } from "./domain-index.ts";
import { ExploreMissing } from "./explore-missing.tsx";
import { ExploreRail } from "./explore-rail.tsx";
import { explorePath, newRoadmap } from "./paths.ts";
import { useCatalogue, useCatalogueGrade, useCataloguePage } from "./use-catalogue.ts";

/** A concept of the catalogue to read without a roadmap. */
export function ExploreConcept({ domainId, conceptId }: { domainId: string; conceptId: string }) {
  const { page, error, retry } = useCataloguePage(conceptId);
  const { index } = useCatalogue();
  const isMissing = error instanceof ApiError && error.problem.code === "concept_not_found";
  if (isMissing || (page && page.domain.id !== domainId)) return <ExploreMissing of="concept" back={explorePath()} />;
  if (page) return <Concept page={page} index={index} />;
  if (!error) return <ConceptSkeleton />;
  return (
    <div className="pt-7 md:pt-12">
      <LoadFailure level={1} error={error} onRetry={retry} />
    </div>
  );
}

interface ConceptProps {
  page: CataloguePage;
  index: CatalogueIndex | undefined;
}

function Concept({ page, index }: ConceptProps) {
  const t = useTranslations("explore.concept");
  const { concept_id } = page.concept;
  const grade = useCatalogueGrade(concept_id);
  return (
    <LessonLayout lesson={page}>
      <ExploreRail page={page} index={index} />
      <ConceptArticle key={concept_id} lesson={page} grade={grade}>
        <p className="mt-3 text-13 text-ink-3">{t("not_kept")}</p>
        <MapNav page={page} index={index} />
      </ConceptArticle>
      <ConceptAside lesson={page}>
        <ToHere page={page} />
        <Neighbours page={page} index={index} />
      </ConceptAside>
    </LessonLayout>
  );
}

function ToHere({ page }: { page: CataloguePage }) {
  const t = useTranslations("explore.concept");
  return (
    <section aria-labelledby="to-here">
      <h2 id="to-here" className="text-13 tracking-normal text-ink-2">
        {t("to_here.title")}
      </h2>
      <p className="mt-1 mb-3 text-13 text-ink-3">{t("to_here.text")}</p>
      <LinkButton href={newRoadmap(page.goal)}>{t("to_here.make")}</LinkButton>
    </section>
  );
}

function Neighbours({ page, index }: ConceptProps) {
  const t = useTranslations("explore.concept");
  const place = index?.places.get(page.concept.concept_id);
  if (!index || !place) return null;
  const lang = HTML_LANG[page.language];
  const named = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const other = index.places.get(id);
      return other ? [{ href: explorePath(other.domain.id, id), name: other.node.title }] : [];
    });
  return (
    <nav aria-label={t("neighbours")} className="grid gap-7">
      <NeighbourLinks title={t("needs")} lang={lang} concepts={named([...place.needsHard, ...place.needsSoft])} />
      <NeighbourLinks title={t("opens")} lang={lang} concepts={named(place.leadsTo)} />
    </nav>
  );
}

/** The concepts before and after this one on the map. */
function MapNav({ page, index }: ConceptProps) {
  const t = useTranslations("explore.concept");
  const place = index?.places.get(page.concept.concept_id);
  if (!place) return null;
  const { concepts, id } = place.domain;
  const at = concepts.indexOf(place.node);
  const way = (nth: number, label: string): Way | undefined => {
    const node = concepts[nth];
    return node && { href: explorePath(id, node.id), label, name: node.title };
  };
  return (
    <WayNav
      label={t("along")}
      lang={HTML_LANG[page.language]}
      previous={way(at - 1, t("previous"))}
      next={way(at + 1, t("next"))}
      end={t("end")}
    />
  );
}
