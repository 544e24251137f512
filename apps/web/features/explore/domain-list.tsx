import type { DomainMap } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { InlineCode } from "#web/features/prose/inline-code.tsx";
import { ConceptFacts } from "./concept-facts.tsx";
import type { CatalogueIndex, MapPlace } from "./domain-index.ts";
import { explorePath } from "./paths.ts";

/** The same domain as a list by stages: what phones show, and the accessible form everywhere. */
export function DomainList({ domain, index }: { domain: DomainMap; index: CatalogueIndex }) {
  const t = useTranslations("explore.list");
  return (
    <div className="max-w-[760px] pt-6 pb-16">
      {domain.stages.map((stage, at) => (
        <section key={stage.id} aria-labelledby={stage.id} className="mt-8 first:mt-0">
          <p className="text-13 text-ink-3">{t("stage", { number: at + 1, total: domain.stages.length })}</p>
          <h2 id={stage.id} className="mb-2 text-20 tracking-20">
            {stage.name}
          </h2>
          <ol className="border-t border-line">
            {stage.concept_ids.map((id) => {
              const place = index.places.get(id);
              return place && <Row key={id} place={place} index={index} />;
            })}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Row({ place, index }: { place: MapPlace; index: CatalogueIndex }) {
  const t = useTranslations("explore.list");
  const { node, domain } = place;
  const needs = [...place.needsHard, ...place.needsSoft].flatMap((id) => index.places.get(id) ?? []);
  return (
    <li className="border-b border-line py-3">
      <Link href={explorePath(domain.id, node.id)} className="group grid min-h-11 content-center no-underline">
        <b className="font-[550] break-words group-hover:underline">
          <InlineCode>{node.title}</InlineCode>
        </b>
        <span className="text-13 text-ink-3">
          <ConceptFacts node={node} />
        </span>
      </Link>
      {needs.length > 0 && (
        <ul aria-label={t("needs", { name: node.title })} className="mt-1 flex flex-wrap items-center gap-2">
          <li aria-hidden className="text-13 text-ink-3">
            {t("first")}
          </li>
          {needs.map((need) => (
            <li key={need.node.id} className="min-w-0">
              <Link
                href={explorePath(need.domain.id, need.node.id)}
                className="flex min-h-11 items-center rounded-tag bg-sunken px-3 text-13 break-words text-ink-2 no-underline hover:bg-hover"
              >
                <InlineCode>
                  {place.needsSoft.includes(need.node.id) ? t("helps", { name: need.node.title }) : need.node.title}
                </InlineCode>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
