import {
  ContentKind,
  ContentVersionView,
  fastifyPath,
  ProblemError,
  RegenerateRequest,
  TaskCreated,
  type QuizItem,
  type Resource,
} from "@wayfinder/protocol";
import type { ContentVersion, Left } from "@wayfinder/engine";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { HttpContext } from "./context.ts";
import { followUpOfLeft, requireModel, taskOf, wishKey } from "./follow-up.ts";
import { requireConcept, requireRoadmap } from "./owned-roadmap.ts";
import { parseInput } from "./problem-reply.ts";
import { ensureUser, requireUser } from "./session.ts";

const Params = z.object({ concept_id: z.string(), kind: ContentKind });
/** Versions are counted in PostgreSQL's integer. */
const Version = z.object({
  version: z.coerce
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1),
});

/** The content of a concept: written anew with a wish, its versions, and back to an older one. */
export function contentRoutes(app: FastifyInstance, context: HttpContext): void {
  const { store } = context;

  app.post(
    fastifyPath("regenerate"),
    {
      schema: {
        summary: "Write one tutorial, resource list or quiz anew",
        body: RegenerateRequest,
        response: { 201: TaskCreated },
      },
    },
    async (request, reply) => reply.code(201).send(await regenerate(context, request, reply)),
  );

  app.get(
    fastifyPath("content_versions"),
    { schema: { summary: "All versions of a unit", response: { 200: z.object({ versions: z.array(ContentVersionView) }) } } },
    async (request) => {
      const { unit } = await unitOf(context, request, await requireUser(context, request));
      const versions = await store.listContentVersions(unit);
      return {
        versions: versions.map((each, at) => ({
          version: each.version,
          current: at === 0,
          created_at: each.created_at,
          text: plainText(unit.kind, each),
        })),
      };
    },
  );

  app.post(
    fastifyPath("content_restore"),
    { schema: { summary: "Make an older version the newest again", response: { 200: Version } } },
    async (request, reply) => {
      const { unit } = await unitOf(context, request, await ensureUser(context, request, reply));
      const { version } = parseInput(Version, request.params);
      const restored = await store.restoreContent({ ...unit, version });
      if (!restored) throw new ProblemError("content_version_not_found", "There is no such older version.");
      return restored;
    },
  );
}

/** A new version of a unit. One that has no content is tried again as with all others: by the same step of the same journal (PL7). */
async function regenerate(context: HttpContext, request: FastifyRequest, reply: FastifyReply): Promise<TaskCreated> {
  const { store, workflow } = context;
  const { instruction } = parseInput(RegenerateRequest, request.body);
  const user_id = await ensureUser(context, request, reply);
  const { unit, record } = await unitOf(context, request, user_id);
  await requireModel(context, user_id);
  const { concept_id, kind } = unit;
  const task = await taskOf(context, record);
  const key = `${concept_id}/${kind}/${wishKey(instruction ?? "")}`;
  const about = { concept_id, content: kind, ...(instruction ? { words: instruction } : {}) };
  const wish = { task, kind: "regenerate", key, about } as const;
  const [newest] = await store.listContentVersions(unit);
  const previous = newest ? { previous: plainText(kind, newest) } : {};
  const words = instruction ? { instruction } : {};
  const anew = { concept_id, kind, key: context.newId(), ...words, ...previous };
  const steps = (left: Left) =>
    newest || instruction ? workflow.regenerate(left, anew) : workflow.content(left, { concept_ids: [concept_id], kind });
  const made = await followUpOfLeft(context, request, { ...wish, steps });
  if (!made) throw new ProblemError("being_written", "It is being written just now. Wait for it, or cancel its task.");
  return made;
}

async function unitOf(context: HttpContext, request: FastifyRequest, user_id: string) {
  const record = await requireRoadmap(context, request, user_id);
  const { concept_id, kind } = parseInput(Params, request.params);
  requireConcept(record.roadmap, concept_id);
  return { record, unit: { roadmap_id: record.roadmap_id, concept_id, kind } };
}

/** A version as text for reading and comparing; a quiz without its keys (PR11). */
function plainText(kind: ContentKind, { body }: ContentVersion): string {
  switch (kind) {
    case "tutorial":
      return (body as { markdown: string }).markdown;
    case "resources":
      return (body as unknown as { items: Resource[] }).items
        .map(({ title, publisher, url }) => [title, publisher, url].filter((part) => part).join(" · "))
        .join("\n");
    case "quiz":
      return (body as unknown as { items: QuizItem[] }).items
        .map(({ question, options }) => [question, ...options.map((option) => `- ${option}`)].join("\n"))
        .join("\n\n");
  }
}
