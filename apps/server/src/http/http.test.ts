import assert from "node:assert/strict";
import { request } from "node:http";
import { describe, test } from "node:test";
import type { ConceptPage, Problem, QuizResult, Roadmap, Task, TaskCreated } from "@wayfinder/protocol";
import { GOAL, ORIGIN, Person, refusal, useServer } from "../server.fixture.ts";

describe("the HTTP half", () => {
  const server = useServer();
  const person = () => new Person(server.base);
  const GENERATE = "/api/v1/roadmaps/generate";

  test("API a goal becomes a roadmap with its content, and the answer links to all of it", async () => {
    const p = person();
    const { task_id, links } = await p.generate();
    assert.match(links.ws, new RegExp(`^ws://127.0.0.1:\\d+/api/v1/ws/${task_id}\\?include_history=true$`));
    const task = await p.settled(task_id);
    assert.deepEqual([task.status, task.percent, task.failed_units], ["completed", 100, []]);
    const { body: roadmap } = await p.get<Roadmap>(`/api/v1/roadmaps/${task.roadmap_id}`);
    const concepts = roadmap.stages.flatMap((s) => s.modules.flatMap((m) => m.concepts));
    assert.ok(concepts.length > 5);
    for (const c of concepts)
      assert.ok(
        Object.values(c.content).every((x) => x.status === "ready"),
        c.concept_id,
      );
  });

  test("API bad input is a 4xx that names the field, and nothing is stored", async () => {
    const p = person();
    const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
    const cases: [object, string][] = [
      [{ goal: "" }, "goal"],
      [{ goal: "   " }, "goal"],
      [{ goal: "x".repeat(2001) }, "goal"],
      [{ goal: 7 }, "goal"],
      [{ goal: "nul \u0000 byte" }, "goal"],
      [{ goal: "lone \ud800 surrogate" }, "goal"],
      [{ level: "expert" }, "level"],
      [{ hours_per_week: 0 }, "hours_per_week"],
      [{ hours_per_week: 169 }, "hours_per_week"],
      [{ hours_per_week: "6" }, "hours_per_week"],
      [{ language: "de" }, "language"],
      [{ known_skills: "git" }, "known_skills"],
      [{ known_skills: ["git", 1] }, "known_skills.1"],
      [{ deadline: "soon" }, "deadline"],
      [{ deadline: "2026-02-30" }, "deadline"],
      [{ deadline: day(-1) }, "deadline"],
      [{ starts_on: day(-3) }, "starts_on"],
      [{ deadline: "9999-12-31" }, "deadline"],
      [{ timezone: "Mars/Olympus" }, "timezone"],
      [{ content_preferences: ["smell"] }, "content_preferences.0"],
      [{ review: "yes" }, "review"],
      [{ colour: "red" }, "colour"],
    ];
    for (const [wrong, field] of cases) {
      const [status, code, fields] = refusal(await p.post<Problem>(GENERATE, { ...GOAL, ...wrong }));
      assert.deepEqual([status, code], [400, "invalid_request"], JSON.stringify(wrong));
      assert.ok(fields.includes(field), `${field} in ${fields.join()}`);
    }
    for (const wrong of ["[]", "null", '"x"', "{", ""]) {
      const { status } = await p.post<Problem>(GENERATE, wrong);
      assert.equal(status, 400, wrong);
    }
    await p.post("/api/v1/session");
    const { body } = await p.get<{ tasks: Task[] }>("/api/v1/tasks");
    assert.deepEqual(body.tasks, []);
  });

  test("API a body of 10 MB is refused", async () => {
    const [status, code] = refusal(await person().post<Problem>(GENERATE, { ...GOAL, goal: "x".repeat(10_000_000) }));
    assert.deepEqual([status, code], [413, "body_too_large"]);
  });

  test("CT2 emoji, right-to-left text, SQL and HTML in the goal are answered honestly", async () => {
    for (const goal of [
      "🙂🙂🙂",
      "أريد أن أطبخ",
      "'; DROP TABLE task; --",
      "<script>alert(1)</script>",
      "how to cook rice",
      "学钢琴",
    ]) {
      const answer = await person().post<Problem>(GENERATE, { ...GOAL, goal });
      assert.deepEqual(refusal(answer), [422, "goal_not_covered", ["goal"]], goal);
      assert.ok((answer.body.nearest ?? []).length > 0, goal);
    }
  });

  test("API only JSON, only allowed origins, only known hosts", async () => {
    const p = person();
    const text = await p.ask<Problem>("POST", GENERATE, JSON.stringify(GOAL), { "content-type": "text/plain" });
    assert.deepEqual(refusal(text).slice(0, 2), [415, "media_type_not_supported"]);
    const form = await p.ask<Problem>("POST", GENERATE, "goal=x", { "content-type": "application/x-www-form-urlencoded" });
    assert.equal(form.status, 415);
    const foreign = await p.post<Problem>(GENERATE, GOAL, { origin: "https://evil.example" });
    assert.deepEqual(refusal(foreign).slice(0, 2), [403, "origin_not_allowed"]);
    assert.equal((await p.post<TaskCreated>(GENERATE, GOAL, { origin: ORIGIN })).status, 201);
  });

  test("API an idempotency key makes one task of a double submit", async () => {
    const p = person();
    await p.post("/api/v1/session");
    const headers = { "Idempotency-Key": "k1" };
    const [a, b] = await Promise.all([
      p.post<TaskCreated>(GENERATE, GOAL, headers),
      p.post<TaskCreated>(GENERATE, GOAL, headers),
    ]);
    assert.equal(a.body.task_id, b.body.task_id);
    const replays = [a, b].filter((x) => x.headers.get("idempotency-replayed") === "true");
    assert.equal(replays.length, 1);
    const other = await p.post<Problem>(GENERATE, { ...GOAL, hours_per_week: 7 }, headers);
    assert.deepEqual(refusal(other).slice(0, 2), [422, "idempotency_key_reused"]);
    assert.notEqual((await p.generate()).task_id, a.body.task_id);
  });

  test("API a task of another guest answers 403, an unknown one 404, without a session 401", async () => {
    const owner = person();
    const { task_id } = await owner.generate();
    const { roadmap_id } = await owner.settled(task_id);
    const stranger = person();
    await stranger.post("/api/v1/session");
    for (const path of [`tasks/${task_id}`, `tasks/${task_id}/events`, `ws/${task_id}`, `roadmaps/${roadmap_id}`])
      assert.equal(
        refusal(await stranger.get<Problem>(`/api/v1/${path}`))
          .join()
          .slice(0, 13),
        "403,not_yours",
        path,
      );
    for (const path of [`tasks/${task_id}/cancel`, `tasks/${task_id}/retry`, `tasks/${task_id}/ticket`])
      assert.equal((await stranger.post<Problem>(`/api/v1/${path}`)).status, 403, path);
    for (const path of ["tasks/nobody", "tasks/nobody/events", "ws/nobody", "roadmaps/nobody"])
      assert.equal((await stranger.get<Problem>(`/api/v1/${path}`)).status, 404, path);
    assert.equal((await person().get<Problem>(`/api/v1/tasks/${task_id}`)).status, 401);
    assert.equal((await person().get<Problem>("/api/v1/tasks")).status, 401);
  });

  test("HS2 the socket's address answers a plain GET with 426, signed", async () => {
    const p = person();
    const { task_id, epoch } = await p.generate();
    const probe = await p.get<Problem>(`/api/v1/ws/${task_id}`, { origin: ORIGIN });
    assert.deepEqual([probe.status, probe.headers.get("x-task-channel"), probe.body["epoch"]], [426, "1", epoch]);
    assert.match(probe.headers.get("access-control-expose-headers") ?? "", /X-Task-Channel/i);
    assert.equal((await p.get(`/api/v1/ws/nobody`)).headers.get("x-task-channel"), "1");
    assert.equal((await person().get(`/api/v1/ws/${task_id}`)).headers.get("x-task-channel"), "1");
    assert.equal((await p.get(`/api/v1/nothing`)).headers.get("x-task-channel"), null);
  });

  test("LG8 cancel: a finished task 409, a cancelled one 200 again", async () => {
    const p = person();
    const { task_id } = await p.generate();
    await p.settled(task_id);
    assert.deepEqual(refusal(await p.post<Problem>(`/api/v1/tasks/${task_id}/cancel`)).slice(0, 2), [409, "task_finished"]);
    const waiting = await p.generate({ review: true });
    assert.equal((await p.settled(waiting.task_id)).status, "waiting_for_review");
    for (let i = 0; i < 2; i += 1) {
      const { status, body } = await p.post<Task>(`/api/v1/tasks/${waiting.task_id}/cancel`);
      assert.deepEqual([status, body.status], [200, "cancelled"]);
    }
    const retry = await p.post<TaskCreated>(`/api/v1/tasks/${waiting.task_id}/retry`);
    assert.equal(retry.status, 201);
    const again = await p.settled(retry.body.task_id);
    assert.deepEqual([again.status, again.retry_of], ["waiting_for_review", waiting.task_id]);
    assert.deepEqual(refusal(await p.post<Problem>(`/api/v1/tasks/${task_id}/retry`)).slice(0, 2), [409, "nothing_to_retry"]);
  });

  test("PL a review waits, survives a restart, and a double approve is one decision", async () => {
    const p = person();
    const { task_id } = await p.generate({ review: true });
    const { roadmap_id } = await p.settled(task_id);
    await server.restart();
    const review = (version: number) => p.post<Problem>(`/api/v1/tasks/${task_id}/review`, { decision: "approve", version });
    assert.deepEqual(refusal(await review(2)).slice(0, 2), [409, "version_conflict"]);
    const answers = await Promise.all([review(1), review(1)]);
    assert.deepEqual(answers.map((a) => a.status).sort(), [200, 409]);
    assert.equal((await p.settled(task_id)).status, "completed");
    assert.equal((await p.get<Roadmap>(`/api/v1/roadmaps/${roadmap_id}`)).status, 200);
  });

  test("PR11 a quiz is graded here; before the attempt no key leaves the server", async () => {
    const p = person();
    const { roadmap_id } = await p.settled((await p.generate()).task_id);
    const { body: roadmap } = await p.get<Roadmap>(`/api/v1/roadmaps/${roadmap_id}`);
    const concept_id = roadmap.stages[0]!.modules[0]!.concepts[0]!.concept_id;
    const path = `/api/v1/roadmaps/${roadmap_id}/concepts/${concept_id}`;
    const { body: page } = await p.get<ConceptPage>(path);
    const items = page.quiz.items ?? [];
    assert.ok(items.length >= 3 && (page.tutorial.markdown ?? "").length > 500 && (page.resources.items ?? []).length >= 1);
    for (const item of items) assert.deepEqual(Object.keys(item).sort(), ["item_id", "options", "question", "type"]);
    const single = items.find((i) => i.type === "single")!;
    const answer = `${path}/quiz/${single.item_id}/answer`;
    const results = [];
    for (const i of single.options.keys()) results.push((await p.post<QuizResult>(answer, { chosen: [i] })).body);
    assert.equal(results.filter((r) => r.correct).length, 1);
    assert.ok(results.every((r) => r.explanation.length > 0 && r.correct === (r.misconception === undefined)));
    for (const chosen of [[], [99], [0, 1], ["0"]]) {
      const [status, , fields] = refusal(await p.post<Problem>(answer, { chosen }));
      assert.equal(status, 400, JSON.stringify(chosen));
      assert.ok(fields.some((f) => f.startsWith("chosen")));
    }
    const { body: later } = await p.get<ConceptPage>(path);
    assert.deepEqual(
      later.quiz.results.map((r) => r.item_id),
      [single.item_id],
    );
  });

  test("API an id that no task can have is unknown, not a failure", async () => {
    const p = person();
    await p.post("/api/v1/session");
    for (const id of ["%00", "%20", "a".repeat(300), "%E5%AD%A6"])
      for (const path of [`tasks/${id}`, `tasks/${id}/events`, `roadmaps/${id}`, `ws/${id}`])
        assert.equal((await p.get<Problem>(`/api/v1/${path}`)).status, 404, path.slice(0, 40));
    assert.equal((await p.post<Problem>("/api/v1/tasks/%00/cancel")).status, 404);
    const broken = await p.get<Problem>("/api/v1/tasks/%ED%A0%80");
    assert.deepEqual([broken.status, broken.body.code], [400, "invalid_request"]);
  });

  test("API an offer of another protocol is answered by plain HTTP", async () => {
    const { port } = new URL(server.base());
    const answer = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { connection: "Upgrade, HTTP2-Settings", upgrade: "h2c", "http2-settings": "AAMAAABkAAQAAP__" };
      request({ host: "127.0.0.1", port, path: "/api/v1/health", headers }, (r) => resolve(r.resume().statusCode))
        .on("error", reject)
        .end();
    });
    assert.equal(answer, 200);
  });

  test("API the log can be read in pages, and waited for", async () => {
    const p = person();
    const { task_id, epoch } = await p.generate();
    const { head } = await p.settled(task_id);
    const seqs: number[] = [];
    while (seqs.length < head) {
      const { body } = await p.get<{ events: { seq: number }[] }>(
        `/api/v1/tasks/${task_id}/events?after=${seqs.length}&epoch=${epoch}&limit=7`,
      );
      seqs.push(...body.events.map((e) => e.seq));
    }
    assert.deepEqual(
      seqs,
      Array.from({ length: head }, (_, i) => i + 1),
    );
    const reset = await p.get<{ events: { seq: number }[] }>(`/api/v1/tasks/${task_id}/events?after=5&epoch=other`);
    assert.equal(reset.body.events[0]?.seq, 1);
    assert.equal(refusal(await p.get<Problem>(`/api/v1/tasks/${task_id}/events?after=-1`))[0], 400);
  });

  test("CL8 the same channel over server-sent events: connected, the log by epoch and number, resumed by Last-Event-ID", async () => {
    const p = person();
    const { task_id, epoch } = await p.generate();
    const read = async (headers: Record<string, string>) => {
      const { body, headers: got } = await p.get<string>(`/api/v1/tasks/${task_id}/events`, {
        accept: "text/event-stream",
        ...headers,
      });
      assert.equal(got.get("content-type"), "text/event-stream");
      return body
        .trim()
        .split("\n\n")
        .map((block) => block.split("\n"));
    };
    const whole = await read({});
    assert.equal(JSON.parse(whole[0]![0]!.slice("data: ".length)).type, "connected");
    const ids = whole.flatMap(([first = ""]) => (first.startsWith("id: ") ? [first.slice("id: ".length)] : []));
    const { head } = await p.settled(task_id);
    assert.deepEqual(
      ids,
      Array.from({ length: head }, (_, i) => `${epoch}:${i + 1}`),
    );
    const resumed = await read({ "last-event-id": `${epoch}:${head - 2}` });
    assert.deepEqual(
      resumed.slice(1).map(([first]) => first),
      [`id: ${epoch}:${head - 1}`, `id: ${epoch}:${head}`],
    );
    const wrong = await p.get<Problem>(`/api/v1/tasks/${task_id}/events`, {
      accept: "text/event-stream",
      "last-event-id": "x:y",
    });
    assert.equal(wrong.status, 400);
  });

  test("API health, readiness, metrics, topics and the description of it all", async () => {
    const p = person();
    assert.equal((await p.get("/api/v1/health")).status, 200);
    assert.equal((await p.get("/api/v1/ready")).status, 200);
    assert.match((await p.get<string>("/metrics")).body, /wayfinder_sends_after_close_total 0/);
    const { body } = await p.get<{ paths: Record<string, unknown> }>("/api/v1/openapi.json");
    for (const path of ["/api/v1/roadmaps/generate", "/api/v1/tasks/{task_id}", "/api/v1/roadmaps/{roadmap_id}"])
      assert.ok(body.paths[path], path);
    assert.equal((await p.get("/api/v1/topics?language=zh")).status, 200);
    assert.equal((await p.get<Problem>("/api/v1/nothing")).body.code, "route_not_found");
  });
});
