import type { ContentRecord, RoadmapRecord } from "@wayfinder/engine";
import {
  CONTENT_KINDS,
  type ConceptPage,
  type ContentState,
  type ContentStatus,
  type QuizItem,
  type QuizResult,
  type Resource,
  type Roadmap,
  type RoadmapSummary,
} from "@wayfinder/protocol";

/** The roadmap with the present state of its content. */
export function withContent(roadmap: Roadmap, content: readonly ContentRecord[]): Roadmap {
  const states = new Map<string, Map<string, ContentStatus>>();
  for (const c of content) {
    const kinds = states.get(c.concept_id) ?? new Map<string, ContentStatus>();
    states.set(c.concept_id, kinds.set(c.kind, c.status));
  }
  const stateOf = (concept_id: string): ContentState =>
    Object.fromEntries(
      CONTENT_KINDS.map((kind) => [kind, { status: states.get(concept_id)?.get(kind) ?? "pending" }]),
    ) as ContentState;
  return {
    ...roadmap,
    stages: roadmap.stages.map((stage) => ({
      ...stage,
      modules: stage.modules.map((module) => ({
        ...module,
        concepts: module.concepts.map((concept) => ({ ...concept, content: stateOf(concept.concept_id) })),
      })),
    })),
  };
}

/** One line of the list. */
export const roadmapSummary = ({ roadmap, task_id, created_at }: RoadmapRecord): RoadmapSummary => ({
  roadmap_id: roadmap.roadmap_id,
  task_id,
  title: roadmap.title,
  goal: roadmap.goal,
  language: roadmap.language,
  source: roadmap.source,
  concepts: roadmap.stages.reduce((n, s) => n + s.modules.reduce((m, x) => m + x.concepts.length, 0), 0),
  weeks: roadmap.plan.weeks.length,
  total_hours: roadmap.plan.total_hours,
  ...(roadmap.plan.finishes_on === undefined ? {} : { finishes_on: roadmap.plan.finishes_on }),
  created_at,
});

/** A concept with its place in the roadmap, or null. */
export function findConcept(roadmap: Roadmap, concept_id: string) {
  for (const stage of roadmap.stages)
    for (const module of stage.modules)
      for (const concept of module.concepts) if (concept.concept_id === concept_id) return { stage, module, concept };
  return null;
}

interface PageParts {
  readonly roadmap: Roadmap;
  readonly found: NonNullable<ReturnType<typeof findConcept>>;
  readonly content: readonly ContentRecord[];
  readonly results: readonly QuizResult[];
}

/** A concept's page; quiz items without their keys (PR11). */
export function conceptPage({ roadmap, found, content, results }: PageParts): ConceptPage {
  const { stage, module, concept } = found;
  const part = (kind: ContentRecord["kind"]) => content.find((c) => c.kind === kind);
  const status = (kind: ContentRecord["kind"]): ContentStatus => part(kind)?.status ?? "pending";
  const body = <T>(kind: ContentRecord["kind"]) => part(kind)?.body as T | null | undefined;
  const tutorial = body<{ markdown: string }>("tutorial");
  const resources = body<{ items: Resource[] }>("resources");
  const quiz = body<{ items: QuizItem[] }>("quiz");
  return {
    roadmap_id: roadmap.roadmap_id,
    roadmap_title: roadmap.title,
    language: roadmap.language,
    source: roadmap.source,
    concept,
    stage: { stage_id: stage.stage_id, name: stage.name },
    module: { module_id: module.module_id, name: module.name },
    tutorial: { status: status("tutorial"), ...(tutorial ? { markdown: tutorial.markdown } : {}) },
    resources: { status: status("resources"), ...(resources ? { items: resources.items } : {}) },
    quiz: {
      status: status("quiz"),
      ...(quiz ? { version: part("quiz")?.version ?? 1, items: quiz.items.map(question) } : {}),
      results: [...results],
    },
  };
}

const question = ({ item_id, type, question, options }: QuizItem) => ({ item_id, type, question, options });
