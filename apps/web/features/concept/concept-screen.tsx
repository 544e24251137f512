"use client";

import { ApiError } from "@wayfinder/client";
import type { ConceptPage, Roadmap } from "@wayfinder/protocol";
import { Signpost } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RoadmapIndex } from "#web/features/roadmap/roadmap-index.ts";
import { RoadmapMissing } from "#web/features/roadmap/roadmap-missing.tsx";
import { roadmapPath } from "#web/features/roadmap/paths.ts";
import { useRoadmap } from "#web/features/roadmap/use-roadmap.ts";
import { ContentTools } from "#web/features/rewrite/content-tools.tsx";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { ConceptArticle } from "./concept-article.tsx";
import { ConceptAside } from "./concept-aside.tsx";
import { ConceptNeighbours } from "./concept-neighbours.tsx";
import { ConceptRail } from "./concept-rail.tsx";
import { ConceptSkeleton } from "./concept-skeleton.tsx";
import type { Tools } from "./lesson.ts";
import { LessonLayout } from "./lesson-layout.tsx";
import { PlanNav } from "./plan-nav.tsx";
import { ReadinessTag } from "./readiness-tag.tsx";
import { useConcept } from "./use-concept.ts";
import { useGrade } from "./use-grade.ts";

interface ConceptScreenProps {
  roadmapId: string;
  conceptId: string;
}

/** A concept to learn: its stage beside it, the text, what to read on, and the quiz. */
export function ConceptScreen({ roadmapId, conceptId }: ConceptScreenProps) {
  const { page, error, retry } = useConcept(roadmapId, conceptId);
  // asked for at once, beside the concept
  const { roadmap, index } = useRoadmap(roadmapId);
  if (page) return <RoadmapConcept page={page} roadmap={roadmap} index={index} />;
  return error ? <Failure error={error} roadmapId={roadmapId} onRetry={retry} /> : <ConceptSkeleton />;
}

interface RoadmapConceptProps {
  page: ConceptPage;
  roadmap: Roadmap | undefined;
  index: RoadmapIndex | undefined;
}

function RoadmapConcept({ page, roadmap, index }: RoadmapConceptProps) {
  const grade = useGrade(page);
  const { concept_id } = page.concept;
  const tools: Tools = (kind) => <ContentTools key={`${concept_id} ${kind}`} page={page} kind={kind} />;
  return (
    <LessonLayout lesson={page}>
      <ConceptRail page={page} roadmap={roadmap} index={index} />
      <ConceptArticle
        key={concept_id}
        lesson={page}
        grade={grade}
        tools={tools}
        tag={<ReadinessTag readiness={index?.concepts.get(concept_id)?.readiness} />}
      >
        <PlanNav page={page} index={index} />
      </ConceptArticle>
      <ConceptAside lesson={page} tools={tools}>
        <ConceptNeighbours page={page} index={index} />
      </ConceptAside>
    </LessonLayout>
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
