import { cataloguePage, catalogueView, contentOf } from "@wayfinder/catalogue";
import { CataloguePage, CatalogueView, fastifyPath, Language, ProblemError, QuizAnswer, QuizResult } from "@wayfinder/protocol";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { HttpContext } from "./context.ts";
import { type NamedText, namedText, sendNamed } from "./etag.ts";
import { gradeAnswer } from "./grade-answer.ts";
import { parseInput } from "./problem-reply.ts";

const Query = z.object({ language: Language.default("en") });

/** The built-in knowledge, readable by anybody, without a session and without a trace. */
export function catalogueRoutes(app: FastifyInstance, { catalogue }: HttpContext): void {
  const views = new Map<Language, NamedText>();
  app.get(
    fastifyPath("catalogue"),
    { schema: { summary: "The built-in knowledge as maps", querystring: Query, response: { 200: CatalogueView } } },
    (request, reply) => {
      const { language } = parseInput(Query, request.query);
      const view = views.get(language) ?? namedText(catalogueView(catalogue, language));
      views.set(language, view);
      return sendNamed(request, reply, view);
    },
  );

  app.get(
    fastifyPath("catalogue_concept"),
    { schema: { summary: "A concept of the catalogue", querystring: Query, response: { 200: CataloguePage } } },
    (request, reply) => {
      const { language } = parseInput(Query, request.query);
      const { concept_id } = request.params as { concept_id: string };
      const concept = catalogue.concepts.get(concept_id);
      if (!concept) throw notPublished();
      return sendNamed(request, reply, namedText(cataloguePage(catalogue, concept, language)));
    },
  );

  app.post(
    fastifyPath("catalogue_answer"),
    {
      schema: {
        summary: "Have an answer graded; nothing is kept",
        querystring: Query,
        body: QuizAnswer,
        response: { 200: QuizResult },
      },
    },
    (request) => {
      const { language } = parseInput(Query, request.query);
      const { chosen } = parseInput(QuizAnswer, request.body);
      const { concept_id, item_id } = request.params as { concept_id: string; item_id: string };
      if (!catalogue.concepts.has(concept_id)) throw notPublished();
      const item = contentOf(catalogue, concept_id, language).quiz.find((i) => i.item_id === item_id);
      if (!item) throw new ProblemError("quiz_item_not_found", "There is no such quiz item.");
      return gradeAnswer(item, chosen);
    },
  );
}

const notPublished = () => new ProblemError("concept_not_found", "There is no such concept in the catalogue.");
