import { ControlMessage } from "@wayfinder/protocol";
import { expectSame, expectThat, shortJson } from "../expectation.ts";
import { eventsOf, isEvent, numbers, seqsOf, typesOf } from "../message.ts";
import type { Rule } from "../rule.ts";
import { listen, Watcher } from "../watcher.ts";

/** An ISO 8601 moment with its zone. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** A message may be on its way so long. Milliseconds. */
const LATE_MS = 3_000;

/** What a watcher sees of the log, from its first message to its last. */
export const LOG_RULES: readonly Rule[] = [
  {
    number: "MS1",
    says: "`connected` comes first, and once",
    async check(world) {
      const { task, heard } = await world.finished();
      const [first] = heard.messages;
      const read = ControlMessage.safeParse(first);
      expectThat(`the first message is ${shortJson(first)}`, read.success && read.data.type === "connected");
      expectSame("its task", first?.["task_id"], task.task_id);
      expectSame("its epoch", first?.["epoch"], task.epoch);
      expectSame("how often it came", typesOf(heard.messages).filter((type) => type === "connected").length, 1);
      return shortJson(first);
    },
  },
  {
    number: "MS2",
    says: "history then live, gapless and in order, the same for everybody and every time",
    async check(world) {
      const { task, heard, head } = await world.finished();
      expectSame("the numbers seen while it went on", seqsOf(heard.messages), numbers(1, head));
      const again = await listen(world.channel(task), world.signedIn());
      expectSame("the numbers seen afterwards", seqsOf(again.messages), numbers(1, head));
      expectSame("the log seen afterwards", eventsOf(again.messages), eventsOf(heard.messages));
      expectSame("how often `live` came", typesOf(again.messages).filter((type) => type === "live").length, 1);
      const open = await world.waiting();
      const watcher = new Watcher(open.links.ws, world.signedIn());
      const { head: at } = await watcher.firstOf("live");
      await world.cancel(open);
      const { messages } = await watcher.heard();
      const rest = messages.slice(typesOf(messages).indexOf("live") + 1).filter(isEvent);
      expectSame("the number after `live`", rest[0]?.["seq"], Number(at) + 1);
      expectSame("the numbers before and after `live`", seqsOf(messages), numbers(1, Number(at) + rest.length));
      return `1 to ${head}, twice; 1 to ${String(at)}, live, ${rest.length} more`;
    },
  },
  {
    number: "MS3",
    says: "only events have `seq`, and each has type, task_id and at; the rest is known",
    async check(world) {
      const { task, heard } = await world.finished();
      for (const message of heard.messages) {
        expectSame(`the task of ${shortJson(message)}`, message["task_id"], task.task_id);
        if (isEvent(message)) expectThat(`the moment of ${shortJson(message)}`, MOMENT.test(String(message["at"])));
        else expectThat(`a message as in the schema: ${shortJson(message)}`, ControlMessage.safeParse(message).success);
      }
      return `${heard.messages.length} messages`;
    },
  },
  {
    number: "MS4",
    says: "silence is broken by `heartbeat` with the head, as late as `connected` said",
    waits: true,
    async check(world) {
      const task = await world.waiting();
      const watcher = new Watcher(task.links.ws, world.signedIn());
      const { heartbeat_ms } = await watcher.firstOf("connected");
      const { head } = await watcher.firstOf("live");
      const late_ms = Number(heartbeat_ms) + LATE_MS;
      const beat = await watcher.first("a heartbeat", ({ type }) => type === "heartbeat", late_ms);
      expectSame("its head", beat["head"], head);
      await world.cancel(task);
      await watcher.heard();
      return `within ${late_ms} ms`;
    },
  },
  {
    number: "LG1",
    says: "the task over HTTP is where its log is",
    async check(world) {
      const { heard, head, status } = await world.finished();
      expectSame("the last event and the head", eventsOf(heard.messages).at(-1)?.["seq"], head);
      expectSame("the last event and the status", eventsOf(heard.messages).at(-1)?.type, status);
      return `${status} at ${head}`;
    },
  },
  {
    number: "LG6",
    says: "one final event, and it is the last of the log",
    async check(world) {
      const { heard, head } = await world.finished();
      const final = eventsOf(heard.messages).filter((event) => event["final"] === true);
      expectSame(
        "the numbers of final events",
        final.map(({ seq }) => seq),
        [head],
      );
      return `${String(final[0]?.type)} at ${head}`;
    },
  },
];
