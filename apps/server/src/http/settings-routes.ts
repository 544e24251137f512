import { fastifyPath, ModelAccess, ModelSettings, ModelSettingsRequest, ModelTest } from "@wayfinder/protocol";
import type { FastifyInstance } from "fastify";
import { addressHash } from "./address-hash.ts";
import type { HttpContext } from "./context.ts";
import { parseInput } from "./problem-reply.ts";
import { ensureUser, requireUser } from "./session.ts";

/** A person's own model: see, choose, test, forget. A key comes in and never goes out. */
export function settingsRoutes(app: FastifyInstance, context: HttpContext): void {
  const { models } = context;

  app.get(
    fastifyPath("model_settings"),
    { schema: { summary: "The model that is used for the caller", response: { 200: ModelSettings } } },
    async (request) => models.settings(await requireUser(context, request)),
  );

  app.get(
    fastifyPath("model_access"),
    { schema: { summary: "Whether there is a model for the caller", response: { 200: ModelAccess } } },
    async (request) => ({ configured: await models.isConfigured(await context.access.userOf(request)) }),
  );

  app.put(
    fastifyPath("model_settings"),
    { schema: { summary: "Use a model and key of one's own", body: ModelSettingsRequest, response: { 200: ModelSettings } } },
    async (request) => {
      const wanted = parseInput(ModelSettingsRequest, request.body);
      const user_id = await requireUser(context, request);
      await models.save(user_id, wanted);
      return models.settings(user_id);
    },
  );

  app.delete(
    fastifyPath("model_settings"),
    { schema: { summary: "Forget the caller's model and key", response: { 200: ModelSettings } } },
    async (request) => {
      const user_id = await requireUser(context, request);
      await models.forget(user_id);
      return models.settings(user_id);
    },
  );

  app.post(
    fastifyPath("model_test"),
    { schema: { summary: "Ask the caller's model one small question", response: { 200: ModelTest } } },
    async (request, reply) => {
      const user_id = await ensureUser(context, request, reply);
      const gone = new AbortController();
      reply.raw.on("close", () => gone.abort());
      return models.test({ user_id, address: addressHash(request) }, gone.signal);
    },
  );
}
