import type {
  ConceptPage,
  Estimate,
  GenerateRequest,
  Language,
  ModelEstimate,
  QuizResult,
  ReviewDecision,
  Roadmap,
  RoadmapSummary,
  Task,
  TaskCreated,
  Ticket,
  Topic,
  VersionedQuizAnswer,
} from "@wayfinder/protocol";
import { buildPath, type RouteName, type RouteParams } from "@wayfinder/protocol/route";
import { ApiError, ApiUnreachable, readBody, readProblem, type ApiAnswer } from "./api-error.ts";
import type { Fetch } from "./environment.ts";

export interface ApiOptions {
  /** Origin of the API, such as `http://localhost:8000`. */
  readonly base_url: string;
  readonly fetch: Fetch;
  /** The person's language, sent as `Accept-Language`. Problems are told by code; their details are English in any. */
  readonly language?: Language;
}

/** What a person asks for: the fields that the schema fills in may be left out. */
export type GenerateInput = Omit<GenerateRequest, "review" | "source"> & Partial<Pick<GenerateRequest, "review" | "source">>;

/** Which item of which concept of which roadmap. */
export type QuizPlace = RouteParams<"answer">;

/** The HTTP half of the protocol, one method a route. Each throws `ApiError` with the server's problem, or `ApiUnreachable`. */
export interface Api {
  /** Makes or returns the guest of this browser. */
  session(): Promise<void>;
  /** Starts a generation. The same key and body give the same task, however often they are sent. */
  generate(request: GenerateInput, options: { idempotency_key: string }): Promise<TaskCreated>;
  estimate(request: GenerateInput, signal?: AbortSignal): Promise<Estimate | ModelEstimate>;
  topics(language: Language): Promise<readonly Topic[]>;
  roadmaps(): Promise<readonly RoadmapSummary[]>;
  roadmap(roadmap_id: string): Promise<Roadmap>;
  concept(roadmap_id: string, concept_id: string): Promise<ConceptPage>;
  answer(place: QuizPlace, answer: VersionedQuizAnswer): Promise<QuizResult>;
  tasks(): Promise<readonly Task[]>;
  task(task_id: string): Promise<Task>;
  cancel(task_id: string): Promise<Task>;
  retry(task_id: string): Promise<TaskCreated>;
  /** Removes the log of a task that has ended; its roadmap stays. */
  remove(task_id: string): Promise<void>;
  review(task_id: string, decision: ReviewDecision): Promise<Task>;
  ticket(task_id: string): Promise<Ticket>;
  /** Any route that has no method here; `T` is what the protocol says it answers. */
  ask<T>(path: string, call?: Call): Promise<T>;
}

/** What one request carries beside its path. */
export interface Call {
  readonly method?: "POST" | "PUT" | "DELETE";
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** The API at `base_url`. Successful answers are trusted to have the protocol's shape; the schemas stay out of the bundle. */
export function createApi({ base_url, fetch, language }: ApiOptions): Api {
  const send = async (path: string, call: Call): Promise<ApiAnswer & { ok: boolean }> => {
    const url = new URL(path, base_url);
    for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
    const hasBody = call.method === "POST" || call.method === "PUT";
    const headers = {
      Accept: "application/json",
      ...(language === undefined ? {} : { "Accept-Language": language }),
      ...(hasBody ? { "Content-Type": "application/json" } : {}),
      ...call.headers,
    };
    const body = hasBody ? JSON.stringify(call.body ?? {}) : null;
    try {
      const answer = await fetch(url.href, {
        method: call.method ?? "GET",
        credentials: "include",
        headers,
        body,
        signal: call.signal ?? null,
      });
      return { ok: answer.ok, status: answer.status, statusText: answer.statusText, text: await answer.text() };
    } catch (error) {
      if (call.signal?.aborted) throw error;
      throw new ApiUnreachable(url.href, error);
    }
  };
  const ask = async <T>(path: string, call: Call = {}): Promise<T> => {
    const answer = await send(path, call);
    if (!answer.ok) throw new ApiError(readProblem(answer));
    return readBody(answer) as T;
  };
  const post = <T>(path: string, body: unknown = {}): Promise<T> => ask<T>(path, { method: "POST", body });
  const ofTask = (route: Extract<RouteName, "task" | "cancel" | "retry" | "review" | "ticket">, task_id: string): string =>
    buildPath(route, { task_id });

  return {
    session: () => post(buildPath("session", {})),
    generate: (request, { idempotency_key }) =>
      ask(buildPath("generate", {}), { method: "POST", body: request, headers: { "Idempotency-Key": idempotency_key } }),
    estimate: (request, signal) => ask(buildPath("estimate", {}), { method: "POST", body: request, signal }),
    topics: (spoken) => ask(buildPath("topics", {}), { query: { language: spoken } }),
    roadmaps: async () => (await ask<{ roadmaps: RoadmapSummary[] }>(buildPath("roadmaps", {}))).roadmaps,
    roadmap: (roadmap_id) => ask(buildPath("roadmap", { roadmap_id })),
    concept: (roadmap_id, concept_id) => ask(buildPath("concept", { roadmap_id, concept_id })),
    answer: (place, answer) => post(buildPath("answer", place), answer),
    tasks: async () => (await ask<{ tasks: Task[] }>(buildPath("tasks", {}))).tasks,
    task: (task_id) => ask(ofTask("task", task_id)),
    cancel: (task_id) => post(ofTask("cancel", task_id)),
    retry: (task_id) => post(ofTask("retry", task_id)),
    remove: (task_id) => ask(ofTask("task", task_id), { method: "DELETE" }),
    review: (task_id, decision) => post(ofTask("review", task_id), decision),
    ticket: (task_id) => post(ofTask("ticket", task_id)),
    ask,
  };
}
