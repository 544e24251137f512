import { expectSame, expectThat } from "../expectation.ts";
import { typesOf } from "../message.ts";
import type { Rule } from "../rule.ts";
import { listen, Watcher } from "../watcher.ts";

/** How a task and a connection end. */
export const ENDING_RULES: readonly Rule[] = [
  {
    number: "CC",
    says: "4000 follows the final event, and in between the client may still speak",
    async check(world) {
      const task = await world.waiting();
      const watcher = new Watcher(task.links.ws, world.signedIn());
      await watcher.firstOf("live");
      await world.cancel(task);
      await watcher.first("the final event", (message) => message["final"] === true);
      watcher.say('{"type":"ping"}');
      await watcher.firstOf("pong");
      expectSame("the close", (await watcher.heard()).code, 4000);
      const { task: ended, head } = await world.finished();
      const late = await listen(world.channel(ended, `?after=${head}&epoch=${ended.epoch}`), world.signedIn());
      expectSame("who resumes at the end hears", [...typesOf(late.messages), late.code], ["connected", "live", 4000]);
      return "final event, pong, 4000; at the end connected, live, 4000";
    },
  },
  {
    number: "LG8",
    says: "cancel: 200, again 200; of a completed task 409 task_finished",
    async check(world) {
      const task = await world.waiting();
      const statuses = [(await world.cancel(task)).status, (await world.cancel(task)).status];
      expectSame("cancelling twice", statuses, [200, 200]);
      const { task: ended, status } = await world.finished();
      expectThat(`a completed task (it is ${status})`, status === "completed");
      const refused = await world.cancel(ended);
      expectSame("cancelling a completed one", [refused.status, refused.body["code"]], [409, "task_finished"]);
      const { head } = await world.owner.settled(task);
      const { messages } = await listen(world.channel(task), world.signedIn());
      expectSame("the head of the cancelled log", messages.findLast(({ type }) => type === "cancelled")?.["seq"], head);
      return "200, 200, 409";
    },
  },
];
