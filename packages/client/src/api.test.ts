import assert from "node:assert/strict";
import { test } from "node:test";
import { matchPath, ROUTES } from "@wayfinder/protocol/route";
import { createApi, type Api, type GenerateInput } from "./api.ts";
import { ApiError, ApiUnreachable } from "./api-error.ts";
import { FakeFetch, type FakeAnswer, type FakeRequest } from "./testing/fake-fetch.ts";

const GOAL: GenerateInput = { goal: "Learn Rust", level: "beginner", hours_per_week: 6, language: "en" };

function apiOver(answer: FakeAnswer) {
  const http = new FakeFetch(() => answer);
  return { http, api: createApi({ base_url: "http://localhost:8000", fetch: http.fetch, language: "zh" }) };
}

const sent = ({ url, init }: FakeRequest) =>
  `${init.method} ${new URL(url).pathname}${new URL(url).search} ${String(init.body ?? "")}`.trim();

/** Every method of the API with the request it makes. */
const CALLS: readonly (readonly [(api: Api) => Promise<unknown>, string])[] = [
  [(api) => api.session(), "POST /api/v1/session {}"],
  [(api) => api.generate(GOAL, { idempotency_key: "k1" }), `POST /api/v1/roadmaps/generate ${JSON.stringify(GOAL)}`],
  [(api) => api.estimate(GOAL), `POST /api/v1/roadmaps/estimate ${JSON.stringify(GOAL)}`],
  [(api) => api.topics("zh"), "GET /api/v1/topics?language=zh"],
  [(api) => api.roadmaps(), "GET /api/v1/roadmaps"],
  [(api) => api.roadmap("r/1"), "GET /api/v1/roadmaps/r%2F1"],
  [(api) => api.concept("r1", "c1"), "GET /api/v1/roadmaps/r1/concepts/c1"],
  [
    (api) => api.answer({ roadmap_id: "r1", concept_id: "c1", item_id: "q1" }, { chosen: [0] }),
    'POST /api/v1/roadmaps/r1/concepts/c1/quiz/q1/answer {"chosen":[0]}',
  ],
  [(api) => api.tasks(), "GET /api/v1/tasks"],
  [(api) => api.task("t1"), "GET /api/v1/tasks/t1"],
  [(api) => api.cancel("t1"), "POST /api/v1/tasks/t1/cancel {}"],
  [(api) => api.retry("t1"), "POST /api/v1/tasks/t1/retry {}"],
  [(api) => api.remove("t1"), "DELETE /api/v1/tasks/t1"],
  [
    (api) => api.review("t1", { decision: "approve", version: 2 }),
    'POST /api/v1/tasks/t1/review {"decision":"approve","version":2}',
  ],
  [(api) => api.ticket("t1"), "POST /api/v1/tasks/t1/ticket {}"],
  [(api) => api.ask("/api/v1/catalogue", { query: { language: "zh" } }), "GET /api/v1/catalogue?language=zh"],
  [
    (api) => api.ask("/api/v1/settings/model", { method: "PUT", body: { model: "m" } }),
    'PUT /api/v1/settings/model {"model":"m"}',
  ],
  [(api) => api.ask("/api/v1/settings/model", { method: "DELETE" }), "DELETE /api/v1/settings/model"],
];

test("HS6 every method asks a route of the table, with the session and the person's language", async () => {
  const { api, http } = apiOver({ status: 200, body: {} });
  for (const [call] of CALLS) await call(api);
  assert.deepEqual(
    http.requests.map(sent),
    CALLS.map(([, request]) => request),
  );
  // ask() is there with each of its methods
  assert.equal(CALLS.length, Object.keys(api).length + 2);
  for (const { url, init } of http.requests) {
    assert.equal(init.credentials, "include");
    assert.equal(new Headers(init.headers).get("Accept-Language"), "zh");
    assert.equal(new Headers(init.headers).get("Content-Type"), init.body ? "application/json" : null);
    const routes = Object.keys(ROUTES) as (keyof typeof ROUTES)[];
    assert.ok(routes.some((route) => matchPath(route, new URL(url).pathname) !== null));
  }
});

test("HS6 a generation carries its idempotency key", async () => {
  const { api, http } = apiOver({ status: 201, body: { task_id: "t1" } });
  const task = await api.generate(GOAL, { idempotency_key: "k1" });
  assert.equal(task.task_id, "t1");
  assert.equal(new Headers(http.requests[0]?.init.headers).get("Idempotency-Key"), "k1");
});

test("HS6 lists come unwrapped", async () => {
  assert.deepEqual(await apiOver({ status: 200, body: { tasks: [{ task_id: "t1" }] } }).api.tasks(), [{ task_id: "t1" }]);
  assert.deepEqual(await apiOver({ status: 200, body: { roadmaps: [{ roadmap_id: "r1" }] } }).api.roadmaps(), [
    { roadmap_id: "r1" },
  ]);
});

test("MS6 an error is the server's problem, with its code and fields", async () => {
  const problem = {
    type: "urn:x",
    title: "The request is not valid",
    status: 400,
    detail: "goal is empty",
    code: "invalid_request",
    errors: [{ path: "goal", message: "is empty" }],
  };
  const { api } = apiOver({ status: 400, body: problem });
  await assert.rejects(api.estimate(GOAL), (error) => {
    assert.ok(error instanceof ApiError);
    assert.deepEqual(error.problem, problem);
    return true;
  });
});

test("MS6 a page of somebody else, on an error or instead of an answer, is an unexpected answer", async () => {
  const bodies: FakeAnswer[] = [
    { status: 502, body: "<html>" },
    { status: 200, body: "<html>" },
    { status: 500, body: "null" },
    { status: 404, body: { error: "no" } },
  ];
  for (const answer of bodies) {
    await assert.rejects(apiOver(answer).api.task("t1"), (error) => {
      assert.ok(error instanceof ApiError);
      assert.equal(error.problem.code, "unexpected_answer");
      return true;
    });
  }
});

test("MS6 an answer without a body is fine where none is needed", async () => {
  assert.equal(await apiOver({ status: 200, body: "" }).api.session(), undefined);
});

test("MS6 no answer at all is unreachable, with its cause", async () => {
  await assert.rejects(apiOver("unreachable").api.tasks(), (error) => {
    assert.ok(error instanceof ApiUnreachable);
    assert.equal(error.url, "http://localhost:8000/api/v1/tasks");
    assert.ok(error.cause instanceof TypeError);
    return true;
  });
});

test("MS6 an answer that breaks off is unreachable, too", async () => {
  const body = new ReadableStream({ pull: (stream) => stream.error(new TypeError("terminated")) });
  const api = createApi({ base_url: "http://localhost:8000", fetch: () => Promise.resolve(new Response(body)) });
  await assert.rejects(api.task("t1"), ApiUnreachable);
});

test("MS6 an estimate that was called off throws what the abort throws", async () => {
  const { api } = apiOver("silent");
  const controller = new AbortController();
  const asked = api.estimate(GOAL, controller.signal);
  controller.abort();
  await assert.rejects(asked, { name: "AbortError" });
});
