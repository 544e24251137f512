import { watch } from "node:fs";
import { DATA_DIR, previewList, previewPage, previewQuizItem } from "@wayfinder/catalogue";
import { fastifyPath, Language, ProblemError, QuizAnswer } from "@wayfinder/protocol";
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import type { HttpContext } from "./context.ts";
import { gradeAnswer } from "./grade-answer.ts";
import { parseInput } from "./problem-reply.ts";

const Query = z.object({ language: Language.default("en") });

/** An editor writes a file in several steps; within this they are one change. Milliseconds. */
const SETTLE_MS = 50;

/** Concept files while somebody writes them (CATALOGUE_PREVIEW=1, loopback only): read anew at each request. */
export function previewRoutes(app: FastifyInstance, { config }: HttpContext): void {
  const dir = config.catalogue_dir ?? DATA_DIR;
  app.addHook("onSend", async (_, reply) => {
    void reply.header("cache-control", "no-store");
  });

  app.get(fastifyPath("preview"), { schema: { hide: true } }, (request) =>
    previewList(dir, parseInput(Query, request.query).language),
  );

  app.get(fastifyPath("preview_concept"), { schema: { hide: true } }, (request) => {
    const { concept_id } = request.params as { concept_id: string };
    const preview = previewPage(dir, concept_id, parseInput(Query, request.query).language);
    if (!preview) throw new ProblemError("concept_not_found", `There is no file ${concept_id}.md in any domain's folder.`);
    return preview;
  });

  app.post(fastifyPath("preview_answer"), { schema: { hide: true } }, (request) => {
    const { language } = parseInput(Query, request.query);
    const { chosen } = parseInput(QuizAnswer, request.body);
    const { concept_id, item_id } = request.params as { concept_id: string; item_id: string };
    const item = previewQuizItem(dir, concept_id, { language, item_id });
    if (!item) throw new ProblemError("quiz_item_not_found", "The file has no such quiz item now.");
    return gradeAnswer(item, chosen);
  });

  app.get(fastifyPath("preview_changes"), { schema: { hide: true } }, (_, reply) => streamChanges(dir, reply));
}

/** Server-sent events: `watching` once the folder is watched, `change` after each change in it. Ends with the reader. */
function streamChanges(dir: string, reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    "content-type": "text/event-stream",
    "cache-control": "no-store",
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watcher = watch(dir, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => reply.raw.write("event: change\ndata: {}\n\n"), SETTLE_MS);
  });
  const end = () => {
    clearTimeout(timer);
    watcher.close();
    reply.raw.end();
  };
  watcher.on("error", end);
  reply.raw.on("close", end);
  reply.raw.write("event: watching\ndata: {}\n\n");
  return reply;
}
