import { expectSame, expectThat, shortJson } from "../expectation.ts";
import type { Answer } from "../guest.ts";
import type { Rule } from "../rule.ts";
import { listen } from "../watcher.ts";

const NEAR_MISSES = [
  "/ws/abc",
  "/ws/abc?include_history=true",
  "/api/ws/abc",
  "/api/v1/ws",
  "/api/v1/ws/",
  "/api/v1/ws/abc/",
  "//api/v1/ws/abc",
  "/api//v1/ws/abc",
];
const MALFORMED = ["a".repeat(65), "a%20b", "a.b"];

/** A probe's answer has to be signed and a problem, or a client cannot tell it from any other server's. */
function expectSigned(who: string, { status, headers }: Answer, wanted: number): void {
  expectSame(`the status ${who}`, status, wanted);
  expectSame(`X-Task-Channel ${who}`, headers.get("x-task-channel"), "1");
  expectSame(`the content type ${who}`, headers.get("content-type")?.split(";")[0], "application/problem+json");
}

/** The address of the channel, right and wrong. */
export const ADDRESS_RULES: readonly Rule[] = [
  {
    number: "HS2",
    says: "the probe is signed: 426 with the task's state, 401, 403, 404",
    async check(world) {
      const { task, head, status } = await world.finished();
      const path = `/api/v1/ws/${task.task_id}`;
      const mine = await world.owner.get(path);
      expectSigned("for the owner", mine, 426);
      const { epoch, links, status_of_task } = mine.body;
      expectSame(
        "what it tells",
        { epoch, head: mine.body["head"], status_of_task },
        { epoch: task.epoch, head, status_of_task: status },
      );
      expectThat(`links in ${shortJson(mine.body)}`, typeof links === "object" && links !== null && "ws" in links);
      const stranger = await world.stranger();
      expectSigned("for a stranger", await stranger.get(path), 403);
      expectSigned("without a session", await world.nobody().get(path), 401);
      expectSigned("of no task", await world.owner.get("/api/v1/ws/no-such-task"), 404);
      return "426, 403, 401, 404, all signed";
    },
  },
  {
    number: "HS3",
    says: "near misses are accepted, told the right path and closed with 4426; a malformed id with 4404",
    async check(world) {
      for (const path of NEAR_MISSES) {
        const { messages, code } = await listen(world.at(path));
        expectSame(`the close of ${path}`, code, 4426);
        const [error] = messages;
        expectThat(
          `an error before the close of ${path}: ${shortJson(error)}`,
          error?.type === "error" && error["code"] === 4426,
        );
        expectThat(`the right path for ${path}: ${shortJson(error)}`, String(error?.["path"]).startsWith("/api/v1/ws/"));
      }
      for (const id of MALFORMED)
        expectSame(`the close of id ${id}`, (await listen(world.at(`/api/v1/ws/${id}`), world.signedIn())).code, 4404);
      return `${NEAR_MISSES.length} times 4426 with a path, ${MALFORMED.length} times 4404`;
    },
  },
  {
    number: "HS6",
    says: "links lead to the channel as they are",
    async check(world) {
      const { task, heard } = await world.finished();
      expectSame("the first message at links.ws", heard.messages[0]?.type, "connected");
      const log = await world.owner.get(task.links.events);
      expectSame("the status at links.events", log.status, 200);
      return task.links.ws;
    },
  },
];
