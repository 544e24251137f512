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
    number: "LG10",
    says: "a finished task is removed by its owner: 409 before, 204 twice, then 410 and 4410; its roadmap stays",
    async check(world) {
      const task = await world.owner.generate(false);
      const { roadmap_id } = await world.owner.settled(task);
      const open = await world.waiting();
      const early = await world.remove(open);
      expectSame("removing a task that waits", [early.status, early.body["code"]], [409, "task_running"]);
      await world.cancel(open);
      expectSame("removing somebody else's", (await world.remove(task, await world.stranger())).status, 403);
      expectSame("removing twice", [(await world.remove(task)).status, (await world.remove(task)).status], [204, 204]);
      const [self, log, probe] = [`/api/v1/tasks/${task.task_id}`, `${task.links.events}?after=0`, `/api/v1/ws/${task.task_id}`];
      for (const path of [self, log, probe]) expectSame(`the status of ${path}`, (await world.owner.get(path)).status, 410);
      const { messages, code } = await listen(world.channel(task), world.signedIn());
      expectSame("who dials hears", [...typesOf(messages), code], ["error", 4410]);
      expectSame("the roadmap's status", (await world.owner.get(`/api/v1/roadmaps/${String(roadmap_id)}`)).status, 200);
      return "409, 403, 204, 204, 410, 4410";
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
