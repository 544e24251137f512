"use client";

import { ApiError } from "@wayfinder/client";
import type { CataloguePage, PreviewPage } from "@wayfinder/protocol";
import { ArrowLeft, FilePen } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { ConceptArticle } from "#web/features/concept/concept-article.tsx";
import { ConceptAside } from "#web/features/concept/concept-aside.tsx";
import { ConceptSkeleton } from "#web/features/concept/concept-skeleton.tsx";
import { LessonLayout } from "#web/features/concept/lesson-layout.tsx";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { FindingList } from "./finding-list.tsx";
import { previewPath } from "./paths.ts";
import { PreviewMissing } from "./preview-missing.tsx";
import { useChanges, usePreviewGrade, usePreviewPage, type Watch } from "./use-preview.ts";
import { WatchState } from "./watch-state.tsx";

/** A concept's file as the learner will see it, with what the linter says beside it; it follows the file. */
export function PreviewScreen({ conceptId }: { conceptId: string }) {
  const watch = useChanges();
  const { preview, error, retry } = usePreviewPage(conceptId);
  if (error instanceof ApiError && error.problem.code === "concept_not_found")
    return <PreviewMissing conceptId={conceptId} watch={watch} />;
  if (preview) return <Preview preview={preview} watch={watch} />;
  if (!error) return <ConceptSkeleton />;
  return (
    <div className="pt-7 md:pt-12">
      <LoadFailure level={1} error={error} onRetry={retry} />
    </div>
  );
}

function Preview({ preview, watch }: { preview: PreviewPage; watch: Watch }) {
  const t = useTranslations("preview");
  const { page, isOld } = useReadable(preview);
  const findings = <Findings preview={preview} watch={watch} />;
  if (page)
    return (
      <LessonLayout lesson={page}>
        {findings}
        <Article page={page}>
          {isOld && (
            <p role="alert" className="mb-5 rounded-card bg-warn-soft px-4 py-3 text-warn">
              {t("old")}
            </p>
          )}
        </Article>
        <ConceptAside lesson={page} />
      </LessonLayout>
    );
  return (
    <div className="grid gap-8 pt-5 pb-16 md:pt-8 lg:grid-cols-[256px_minmax(0,1fr)] lg:gap-12">
      {findings}
      <Notice framed level={1} icon={FilePen} title={t("unreadable.title")}>
        {t("unreadable.text")}
      </Notice>
    </div>
  );
}

function Article({ page, children }: { page: CataloguePage; children: ReactNode }) {
  const grade = usePreviewGrade(page.concept.concept_id);
  return (
    <div className="min-w-0">
      {children}
      {/* a quiz that has changed begins anew */}
      <ConceptArticle key={JSON.stringify(page.quiz.items)} lesson={page} grade={grade} />
    </div>
  );
}

function Findings({ preview, watch }: { preview: PreviewPage; watch: Watch }) {
  const t = useTranslations("preview");
  return (
    <section
      aria-labelledby="findings"
      className="self-start lg:sticky lg:top-6 lg:max-h-[calc(100dvh-48px)] lg:overflow-y-auto lg:pb-4"
    >
      <Link href={previewPath()} className="inline-flex min-h-11 items-center gap-2 text-ink-2 no-underline hover:underline">
        <Icon of={ArrowLeft} size={16} />
        {t("all")}
      </Link>
      <p className="mb-2 font-mono text-13 break-all text-ink-3">{preview.path}</p>
      <WatchState watch={watch} />
      <h2 id="findings" className="mt-5 mb-2 text-17 tracking-17">
        {t("findings", { count: preview.findings.length })}
      </h2>
      <FindingList findings={preview.findings} />
    </section>
  );
}

/** The page, or while the file cannot be read the last one that could be. */
function useReadable({ page, concept_id }: PreviewPage): { page: CataloguePage | null; isOld: boolean } {
  const [last, setLast] = useState<CataloguePage | null>(page);
  if (page && page !== last) setLast(page);
  const kept = last?.concept.concept_id === concept_id ? last : null;
  return { page: page ?? kept, isOld: page === null };
}
