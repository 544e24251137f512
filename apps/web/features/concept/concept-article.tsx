import { Clock, LibraryBig } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { withoutTitle } from "#web/features/prose/headings.ts";
import { InlineCode } from "#web/features/prose/inline-code.tsx";
import { Prose } from "#web/features/prose/prose.tsx";
import { HTML_LANG } from "#web/i18n/language.ts";
import { Icon } from "#web/ui/icon.tsx";
import { ContentNotice } from "./content-notice.tsx";
import { leadOf } from "./lead.ts";
import type { Grade, Lesson, Tools } from "./lesson.ts";
import { QuizCard } from "./quiz-card.tsx";

interface ConceptArticleProps {
  lesson: Lesson;
  grade: Grade;
  /** How the concept stands, beside its facts. */
  tag?: ReactNode;
  tools?: Tools;
  /** The way on. */
  children?: ReactNode;
}

/** The text of a concept, its quiz, and the way on. */
export function ConceptArticle({ lesson, grade, tag, tools, children }: ConceptArticleProps) {
  const { concept, tutorial, quiz } = lesson;
  const lang = HTML_LANG[lesson.language];
  const lead = leadOf(concept.description, tutorial.markdown);
  return (
    <article className="min-w-0">
      <Facts lesson={lesson}>{tag}</Facts>
      <h1
        id="concept"
        tabIndex={-1}
        lang={lang}
        className="outline-none text-34 tracking-42 break-words md:text-42 md:leading-[48px]"
      >
        <InlineCode>{concept.name}</InlineCode>
      </h1>
      {lead && (
        <p lang={lang} className="mt-2.5 text-[18px] leading-[29px] tracking-15 text-ink-2 md:mt-3.5 md:text-20 md:leading-8">
          <InlineCode>{lead}</InlineCode>
        </p>
      )}
      <Outcomes outcomes={concept.outcomes} lang={lang} />
      {tutorial.markdown ? (
        <Prose markdown={withoutTitle(tutorial.markdown, concept.name)} lang={lang} />
      ) : (
        <ContentNotice kind="tutorial" status={tutorial.status} tools={tools} />
      )}
      {tutorial.markdown && tools?.("tutorial")}
      <section id="quiz" tabIndex={-1} className="mt-12 scroll-mt-6 md:mt-16">
        {quiz.items && quiz.items.length > 0 ? (
          <QuizCard key={quizKey(quiz)} lesson={lesson} items={quiz.items} grade={grade} />
        ) : (
          <ContentNotice kind="quiz" status={quiz.status} tools={tools} />
        )}
        {quiz.items && quiz.items.length > 0 && tools?.("quiz")}
      </section>
      {children}
    </article>
  );
}

/** Another quiz begins at its first question; one with versions finds out by itself, and says so to whoever was answering. */
const quizKey = ({ version, items = [] }: Lesson["quiz"]): string =>
  version === undefined ? items.map(({ item_id, question }) => `${item_id} ${question}`).join() : "";

function Facts({ lesson, children }: { lesson: Lesson; children: ReactNode }) {
  const t = useTranslations();
  const duration = useDuration();
  const { concept, source } = lesson;
  return (
    <p className="mb-4 flex min-h-6 flex-wrap items-center gap-x-4 gap-y-2 text-13 text-ink-3">
      <span className="flex items-center gap-1.5">
        <Icon of={Clock} size={16} />
        {duration(concept.hours.likely)}
      </span>
      <span>{t(`roadmap.pane.difficulty.${concept.difficulty}`)}</span>
      <span className="flex items-center gap-1.5">
        <Icon of={LibraryBig} size={16} />
        {t(`concept.source.${source}`)}
      </span>
      {children}
    </p>
  );
}

function Outcomes({ outcomes, lang }: { outcomes: readonly string[]; lang: string }) {
  const t = useTranslations("concept");
  if (outcomes.length === 0) return <div className="mb-8" />;
  return (
    <section className="mt-6 mb-10 border-y border-line py-4">
      <h2 className="text-13 font-[550] tracking-normal text-ink-2">{t("outcomes")}</h2>
      <ul lang={lang} className="mt-1.5 grid gap-1.5">
        {outcomes.map((outcome) => (
          <li
            key={outcome}
            className="relative pl-5 break-words before:absolute before:top-[9px] before:left-1 before:size-[7px] before:rounded-full before:border-[1.5px] before:border-edge"
          >
            <InlineCode>{outcome}</InlineCode>
          </li>
        ))}
      </ul>
    </section>
  );
}
