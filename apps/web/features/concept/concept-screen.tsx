"use client";

import { ApiError } from "@wayfinder/client";
import { Signpost } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { RoadmapMissing } from "#web/features/roadmap/roadmap-missing.tsx";
import { roadmapPath } from "#web/features/roadmap/paths.ts";
import { useRoadmap } from "#web/features/roadmap/use-roadmap.ts";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { ChineseFont } from "#web/ui/chinese-font.tsx";
import { DocumentTitle } from "#web/ui/document-title.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { ConceptArticle } from "./concept-article.tsx";
import { ConceptAside } from "./concept-aside.tsx";
import { ConceptRail } from "./concept-rail.tsx";
import { ConceptSkeleton } from "./concept-skeleton.tsx";
import { useConcept } from "./use-concept.ts";

interface ConceptScreenProps {
  roadmapId: string;
  conceptId: string;
}

/** A concept to learn: its stage beside it, the text, what to read on, and the quiz. */
export function ConceptScreen({ roadmapId, conceptId }: ConceptScreenProps) {
  const { page, error, retry } = useConcept(roadmapId, conceptId);
  const { roadmap, index } = useRoadmap(roadmapId);
  const isForeignFont = useLocale() === "en" && page?.language === "zh";
  if (!page) return error ? <Failure error={error} roadmapId={roadmapId} onRetry={retry} /> : <ConceptSkeleton />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] justify-between gap-8 pt-5 pb-12 md:pt-8 lg:grid-cols-[232px_minmax(0,1fr)] lg:gap-10 lg:pb-24 xl:grid-cols-[256px_minmax(0,680px)_272px] xl:gap-12">
      <DocumentTitle>{page.concept.name}</DocumentTitle>
      {isForeignFont && <ChineseFont />}
      <ConceptRail page={page} roadmap={roadmap} index={index} />
      <ConceptArticle key={conceptId} page={page} index={index} />
      <ConceptAside page={page} index={index} />
    </div>
  );
}

function Failure({ error, roadmapId, onRetry }: { error: Error; roadmapId: string; onRetry: () => void }) {
  const t = useTranslations("concept.gone");
  const problem = error instanceof ApiError ? error.problem : undefined;
  if (problem?.code === "concept_not_found") {
    return (
      <div className="pt-7 md:pt-12">
        <Notice
          framed
          level={1}
          role="alert"
          icon={Signpost}
          title={t("title")}
          actions={
            <LinkButton look="primary" href={roadmapPath(roadmapId)}>
              {t("roadmap")}
            </LinkButton>
          }
        >
          {t("text")}
        </Notice>
      </div>
    );
  }
  if (problem && [403, 404, 410].includes(problem.status)) return <RoadmapMissing isForeign={problem.status === 403} />;
  return (
    <div className="pt-7 md:pt-12">
      <LoadFailure level={1} error={error} onRetry={onRetry} />
    </div>
  );
}
