import type { CataloguePage } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { LessonRail } from "#web/features/concept/lesson-rail.tsx";
import { RailLink } from "#web/features/concept/rail-link.tsx";
import { HTML_LANG } from "#web/i18n/language.ts";
import type { CatalogueIndex } from "./domain-index.ts";
import { explorePath } from "./paths.ts";

/** The way back to the map and, on wide screens, the concepts of this stage. */
export function ExploreRail({ page, index }: { page: CataloguePage; index: CatalogueIndex | undefined }) {
  const t = useTranslations("explore");
  const { concept_id } = page.concept;
  const place = index?.places.get(concept_id);
  const stage = place?.domain.stages[place.stage];
  const lang = HTML_LANG[page.language];
  return (
    <LessonRail
      label={t("concept.rail")}
      back={{ href: explorePath(page.domain.id), text: t("concept.map") }}
      title={stage?.name ?? page.module.name}
      lang={lang}
    >
      {index && place && stage && (
        <>
          <p className="text-13 text-ink-3">{t("list.stage", { number: place.stage + 1, total: place.domain.stages.length })}</p>
          <ol className="mt-3">
            {stage.concept_ids.map((id) => (
              <RailLink
                key={id}
                href={explorePath(page.domain.id, id)}
                name={index.places.get(id)?.node.title ?? id}
                lang={lang}
                state="ready"
                note={id === concept_id ? t("concept.here") : ""}
                isHere={id === concept_id}
              />
            ))}
          </ol>
        </>
      )}
    </LessonRail>
  );
}
