"use client";

import type { ConceptPage } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useMemo } from "react";
import { chaptersOf, type Heading, withoutTitle } from "#web/features/prose/headings.ts";
import { conceptPath } from "#web/features/roadmap/paths.ts";
import type { RoadmapIndex } from "#web/features/roadmap/roadmap-index.ts";
import { HTML_LANG } from "#web/i18n/language.ts";
import { ContentNotice } from "./content-notice.tsx";
import { ResourceList } from "./resource-list.tsx";
import { useChapter } from "./use-chapter.ts";

/** Beside the text: its chapters, what to read on, and the concepts before and after it. */
export function ConceptAside({ page, index }: { page: ConceptPage; index: RoadmapIndex | undefined }) {
  const t = useTranslations("concept");
  const { resources, concept, tutorial, quiz } = page;
  const entry = index?.concepts.get(concept.concept_id);
  const chapters = useMemo(() => {
    const text = chaptersOf(withoutTitle(tutorial.markdown ?? "", concept.name));
    return quiz.items ? [...text, { id: "quiz", text: t("quiz.title") }] : text;
  }, [tutorial.markdown, concept.name, quiz.items, t]);
  return (
    <aside
      aria-label={t("beside")}
      className="grid content-start gap-7 self-start lg:col-start-2 xl:sticky xl:top-6 xl:col-start-3 xl:max-h-[calc(100dvh-48px)] xl:overflow-y-auto xl:pb-4"
    >
      {chapters.length > 1 && <Contents chapters={chapters} lang={HTML_LANG[page.language]} />}
      <section aria-labelledby="resources">
        <h2 id="resources" className="mb-1 text-13 tracking-normal text-ink-2">
          {t("resources.title")}
        </h2>
        {resources.items ? (
          <ResourceList items={resources.items} language={page.language} />
        ) : (
          <ContentNotice kind="resources" status={resources.status} />
        )}
      </section>
      {index && entry && (
        <nav aria-label={t("neighbours.label")} className="grid gap-7">
          <Neighbours title={t("neighbours.builds_on")} ids={entry.needs} page={page} index={index} />
          <Neighbours title={t("neighbours.leads_to")} ids={entry.leadsTo} page={page} index={index} />
        </nav>
      )}
    </aside>
  );
}

function Contents({ chapters, lang }: { chapters: readonly Heading[]; lang: string }) {
  const t = useTranslations("concept");
  const current = useChapter(chapters);
  return (
    <nav aria-labelledby="contents" className="hidden xl:block">
      <h2 id="contents" className="mb-1 text-13 tracking-normal text-ink-2">
        {t("on_page")}
      </h2>
      {chapters.map(({ id, text }) => (
        <a
          key={id}
          href={`#${id}`}
          lang={id === "quiz" ? undefined : lang}
          aria-current={id === current ? "true" : undefined}
          className="flex min-h-11 items-center leading-5 text-ink-2 no-underline hover:text-ink hover:underline aria-[current]:font-[550] aria-[current]:text-ink"
        >
          {text}
        </a>
      ))}
    </nav>
  );
}

interface NeighboursProps {
  title: string;
  ids: readonly string[];
  page: ConceptPage;
  index: RoadmapIndex;
}

function Neighbours({ title, ids, page, index }: NeighboursProps) {
  if (ids.length === 0) return null;
  return (
    <section>
      <h2 className="text-13 tracking-normal text-ink-2">{title}</h2>
      <ul lang={HTML_LANG[page.language]}>
        {ids.map((id) => (
          <li key={id}>
            <Link
              href={conceptPath(page.roadmap_id, id)}
              className="flex min-h-11 items-center leading-5 break-words no-underline hover:underline"
            >
              {index.concepts.get(id)?.concept.name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
