import type { RoadmapRecord } from "@wayfinder/engine";
import {
  ConceptPage,
  fastifyPath,
  ProblemError,
  QuizAnswer,
  QuizResult,
  Roadmap,
  RoadmapSummary,
  SOCKET_ID,
  type QuizItem,
} from "@wayfinder/protocol";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { HttpContext } from "./context.ts";
import { gradeAnswer } from "./grade-answer.ts";
import { parseInput } from "./problem-reply.ts";
import { conceptPage, findConcept, roadmapSummary, withContent } from "./roadmap-view.ts";
import { ensureUser, requireUser } from "./session.ts";

const LIST_LIMIT = 200;
type Params = { roadmap_id: string; concept_id: string; item_id: string };

async function requireRoadmap({ store }: HttpContext, request: FastifyRequest, user_id: string): Promise<RoadmapRecord> {
  const { roadmap_id } = request.params as Params;
  const record = SOCKET_ID.test(roadmap_id) ? await store.getRoadmap({ roadmap_id }) : null;
  if (!record) throw new ProblemError("roadmap_not_found", "There is no such roadmap.");
  if (record.user_id !== user_id) throw new ProblemError("not_yours", "This roadmap belongs to somebody else.");
  return record;
}

function requireConcept(roadmap: Roadmap, concept_id: string) {
  const found = findConcept(roadmap, concept_id);
  if (!found) throw new ProblemError("concept_not_found", "There is no such concept in this roadmap.");
  return found;
}

/** Roadmaps, their concepts, and quiz answers graded here (PR11). */
export function roadmapRoutes(app: FastifyInstance, context: HttpContext): void {
  const { store } = context;
  const List = z.object({ roadmaps: z.array(RoadmapSummary) });

  app.get(fastifyPath("roadmaps"), { schema: { summary: "The caller's roadmaps", response: { 200: List } } }, async (request) => {
    const user_id = await requireUser(context, request);
    return { roadmaps: (await store.listRoadmaps({ user_id, limit: LIST_LIMIT })).map(roadmapSummary) };
  });

  app.get(fastifyPath("roadmap"), { schema: { summary: "A roadmap", response: { 200: Roadmap } } }, async (request) => {
    const { roadmap, roadmap_id } = await requireRoadmap(context, request, await requireUser(context, request));
    return withContent(roadmap, await store.listContent({ roadmap_id }));
  });

  app.get(
    fastifyPath("concept"),
    { schema: { summary: "A concept with its content", response: { 200: ConceptPage } } },
    async (request) => {
      const user_id = await requireUser(context, request);
      const { roadmap, roadmap_id } = await requireRoadmap(context, request, user_id);
      const { concept_id } = request.params as Params;
      requireConcept(roadmap, concept_id);
      const content = await store.listContent({ roadmap_id, concept_id });
      const found = requireConcept(withContent(roadmap, content), concept_id);
      const results = await store.listQuizAttempts({ roadmap_id, concept_id, user_id });
      return conceptPage({ roadmap, found, content, results });
    },
  );

  app.post(
    fastifyPath("answer"),
    { schema: { summary: "Answer a quiz item", body: QuizAnswer, response: { 200: QuizResult } } },
    async (request, reply) => {
      const answer = parseInput(QuizAnswer, request.body);
      const user_id = await ensureUser(context, request, reply);
      const { roadmap, roadmap_id } = await requireRoadmap(context, request, user_id);
      const { concept_id, item_id } = request.params as Params;
      requireConcept(roadmap, concept_id);
      const quiz = (await store.listContent({ roadmap_id, concept_id })).find((c) => c.kind === "quiz" && c.status === "ready");
      const item = (quiz?.body as { items: QuizItem[] } | undefined)?.items.find((i) => i.item_id === item_id);
      if (!item) throw new ProblemError("quiz_item_not_found", "There is no such quiz item.");
      const result = gradeAnswer(item, answer.chosen);
      await store.saveQuizAttempt({ ...result, roadmap_id, concept_id, user_id });
      return result;
    },
  );
}
