"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { chaptersOf, type Heading, withoutTitle } from "#web/features/prose/headings.ts";
import { HTML_LANG } from "#web/i18n/language.ts";
import { ContentNotice } from "./content-notice.tsx";
import type { Lesson, Tools } from "./lesson.ts";
import { ResourceList } from "./resource-list.tsx";
import { useChapter } from "./use-chapter.ts";

/** Beside the text: its chapters, what to read on, and what else is given. */
export function ConceptAside({ lesson, tools, children }: { lesson: Lesson; tools?: Tools; children?: ReactNode }) {
  const t = useTranslations("concept");
  const { resources, concept, tutorial, quiz } = lesson;
  const chapters = useMemo(() => {
    const text = chaptersOf(withoutTitle(tutorial.markdown ?? "", concept.name));
    return quiz.items ? [...text, { id: "quiz", text: t("quiz.title") }] : text;
  }, [tutorial.markdown, concept.name, quiz.items, t]);
  return (
    <aside
      aria-label={t("beside")}
      className="grid content-start gap-7 self-start lg:col-start-2 xl:sticky xl:top-6 xl:col-start-3 xl:max-h-[calc(100dvh-48px)] xl:overflow-y-auto xl:pb-4"
    >
      {chapters.length > 1 && <Contents chapters={chapters} lang={HTML_LANG[lesson.language]} />}
      <section aria-labelledby="resources">
        <h2 id="resources" tabIndex={-1} className="outline-none mb-1 text-13 tracking-normal text-ink-2">
          {t("resources.title")}
        </h2>
        {resources.items ? (
          <ResourceList items={resources.items} language={lesson.language} />
        ) : (
          <ContentNotice kind="resources" status={resources.status} tools={tools} />
        )}
        {resources.items && tools?.("resources")}
      </section>
      {children}
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
