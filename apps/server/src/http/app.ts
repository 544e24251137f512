import cors from "@fastify/cors";
import swagger from "@fastify/swagger";
import { fastifyPath, PROBE_HEADER, ProblemError, ROUTES } from "@wayfinder/protocol";
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyReply } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler } from "fastify-type-provider-zod";
import { accountRoutes } from "./account-routes.ts";
import { benchRoute } from "./bench-route.ts";
import { catalogueRoutes } from "./catalogue-routes.ts";
import { changeRoutes } from "./change-routes.ts";
import { contentRoutes } from "./content-routes.ts";
import { answerClientError } from "./client-error.ts";
import type { HttpContext } from "./context.ts";
import { ackRoute, eventRoute } from "./event-route.ts";
import { goalRoutes } from "./goal-routes.ts";
import { operationRoutes } from "./operation-routes.ts";
import { pauseRoutes } from "./pause-routes.ts";
import { previewRoutes } from "./preview-routes.ts";
import { problemErrorOf, sendProblem } from "./problem-reply.ts";
import { removeRoute } from "./remove-route.ts";
import { reviewRoutes } from "./review-routes.ts";
import { roadmapRoutes } from "./roadmap-routes.ts";
import { settingsRoutes } from "./settings-routes.ts";
import { socketProbe } from "./socket-probe.ts";
import { taskRoutes } from "./task-routes.ts";
import { ticketRoute } from "./ticket-route.ts";

/** A goal with all its texts filled with Chinese, each character written as an escape of six bytes, is below 130 KiB. */
const BODY_LIMIT_BYTES = 256 * 1024;
/** Longer ids are answered like unknown ones, by the routes themselves. */
const MAX_PARAM_LENGTH = 4_096;
const ALL_ROUTES = [
  operationRoutes,
  accountRoutes,
  goalRoutes,
  taskRoutes,
  removeRoute,
  ticketRoute,
  eventRoute,
  ackRoute,
  reviewRoutes,
  pauseRoutes,
  changeRoutes,
  contentRoutes,
  settingsRoutes,
  roadmapRoutes,
  catalogueRoutes,
  socketProbe,
];
const STATE_CHANGING = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** The HTTP half of the API over its context; not yet listening. */
export async function createApp(context: HttpContext, log: FastifyBaseLogger): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: log,
    bodyLimit: BODY_LIMIT_BYTES,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    // an offer of HTTP/2 in an Upgrade header is not for the socket; plain HTTP answers it
    http: { shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === "websocket" },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, _, reply) => {
      void sendProblem(reply as FastifyReply, problemErrorOf(error));
    },
  });
  app.removeContentTypeParser("text/plain");
  app.setValidatorCompiler(() => () => true); // every route parses with `parseInput`, which names fields
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => {
    const problem = problemErrorOf(error);
    if (problem.code === "internal") request.log.error({ err: error }, "request failed");
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((request) => {
    const path = request.url.split("?")[0];
    throw new ProblemError(
      "route_not_found",
      `There is no ${request.method} ${path} here. ${ROUTES.openapi} lists what there is.`,
    );
  });
  await app.register(swagger, {
    openapi: { openapi: "3.1.0", info: { title: "Wayfinder", version: "1", description: "Roadmaps and the task channel." } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  guard(app, context);
  await app.register(cors, {
    origin: [...context.config.allowed_origins],
    credentials: true,
    strictPreflight: false,
    methods: ["GET", "POST", "PUT", "DELETE"],
    exposedHeaders: [PROBE_HEADER, "Retry-After", "Idempotency-Replayed"],
    maxAge: 600,
  });
  for (const routes of ALL_ROUTES) await app.register(async (scope) => routes(scope, context));
  if (context.config.catalogue_preview) await app.register(async (scope) => previewRoutes(scope, context));
  if (context.config.bench) await app.register(async (scope) => benchRoute(scope, context));
  app.get(fastifyPath("openapi"), { schema: { hide: true } }, () => app.swagger());
  return app;
}

/** What holds for every route: a host that is served here; for a change of state, an origin that may make it. */
function guard(app: FastifyInstance, { access }: HttpContext): void {
  app.addHook("onRequest", async (request) => {
    const { headers, method } = request;
    if (!access.knowsHost(headers))
      throw new ProblemError(
        "host_not_known",
        `Host "${headers.host ?? ""}" is not served here. Set PUBLIC_API_URL to the public address.`,
      );
    if (STATE_CHANGING.has(method) && !access.allowsOrigin(headers))
      throw new ProblemError("origin_not_allowed", `Origin "${headers.origin}" is not in ALLOWED_ORIGINS.`);
  });
}
