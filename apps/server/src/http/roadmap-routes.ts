import {
  ConceptPage,
  fastifyPath,
  ProblemError,
  QuizResult,
  Roadmap,
  RoadmapSummary,
  VersionedQuizAnswer,
  type QuizItem,
} from "@wayfinder/protocol";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { HttpContext } from "./context.ts";
import { gradeAnswer } from "./grade-answer.ts";
import { requireConcept, requireRoadmap } from "./owned-roadmap.ts";
import { parseInput } from "./problem-reply.ts";
import { conceptPage, roadmapSummary, withContent } from "./roadmap-view.ts";
import { ensureUser, requireUser } from "./session.ts";

const LIST_LIMIT = 200;
type Params = { roadmap_id: string; concept_id: string; item_id: string };

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
      const version = content.find((c) => c.kind === "quiz")?.version ?? 0;
      const results = await store.listQuizAttempts({ roadmap_id, concept_id, user_id, version });
      return conceptPage({ roadmap, found, content, results });
    },
  );

  app.post(
    fastifyPath("answer"),
    { schema: { summary: "Answer a quiz item", body: VersionedQuizAnswer, response: { 200: QuizResult } } },
    async (request, reply) => {
      const answer = parseInput(VersionedQuizAnswer, request.body);
      const user_id = await ensureUser(context, request, reply);
      const { roadmap, roadmap_id } = await requireRoadmap(context, request, user_id);
      const { concept_id, item_id } = request.params as Params;
      requireConcept(roadmap, concept_id);
      const quiz = (await store.listContent({ roadmap_id, concept_id })).find((c) => c.kind === "quiz" && c.status === "ready");
      const version = quiz?.version ?? 0;
      if (answer.version !== undefined && quiz && answer.version !== version) throw outdated(version);
      const item = (quiz?.body as { items: QuizItem[] } | undefined)?.items.find((i) => i.item_id === item_id);
      if (!item) throw new ProblemError("quiz_item_not_found", "There is no such quiz item.");
      const result = gradeAnswer(item, answer.chosen);
      await store.saveQuizAttempt({ ...result, roadmap_id, concept_id, user_id, version });
      return result;
    },
  );
}

/** The same id stands for another question now; its key is not for an answer to the one before. */
const outdated = (version: number): ProblemError =>
  new ProblemError("quiz_outdated", "The quiz has been written anew; read it again and answer that.", {
    errors: [{ path: "version", message: `the present version is ${version}`, rule: "outdated" }],
  });
