import { expectSame } from "../expectation.ts";
import type { Rule } from "../rule.ts";
import { listen, Watcher, type WatchOptions } from "../watcher.ts";
import { World } from "../world.ts";

/** An origin that no server allows: the name is reserved. */
const FOREIGN = "https://evil.invalid";

/** Who is let in, how often, and in which version. */
export const ADMISSION_RULES: readonly Rule[] = [
  {
    number: "HS4",
    says: "only the owner watches, by cookie or by a ticket that is used once; a foreign page does not",
    async check(world) {
      const { task } = await world.finished();
      const codeOf = async (options: WatchOptions, query?: string) => (await listen(world.channel(task, query), options)).code;
      const { cookie } = world.owner;
      expectSame("without a session", await codeOf({}), 4401);
      expectSame("a stranger", await codeOf({ cookie: (await world.stranger()).cookie }), 4403);
      expectSame("a foreign page", await codeOf({ cookie, origin: FOREIGN }), 4403);
      expectSame("an allowed page", await codeOf({ cookie, origin: world.origin }), 4000);
      const posted = async (origin: string) => (await world.owner.post("/api/v1/session", {}, { origin })).status;
      expectSame("commands of a foreign and of an allowed page", [await posted(FOREIGN), await posted(world.origin)], [403, 200]);
      expectSame("no such task", (await listen(world.channel({ task_id: "no-such-task" }), { cookie })).code, 4404);
      const protocols = ["task.v1", `ticket.${await world.owner.ticket(task)}`];
      const let_in = await listen(world.channel(task), { protocols });
      expectSame("a ticket as subprotocol, and the echo", [let_in.code, let_in.protocol], [4000, "task.v1"]);
      expectSame("the same ticket again", await codeOf({ protocols }), 4401);
      const ticket = await world.owner.ticket(task);
      const other = await world.waiting();
      expectSame("a ticket for another task", (await listen(world.channel(other, `?ticket=${ticket}`))).code, 4401);
      await world.cancel(other);
      expectSame("a ticket in the query", await codeOf({}, `?ticket=${await world.owner.ticket(task)}`), 4000);
      return "4401, 4403, 4403, 4000, 4404; tickets once";
    },
  },
  {
    number: "HS5",
    says: "v1 without an offer; no common version: the first offered is echoed, then 4406",
    async check(world) {
      const { task } = await world.finished();
      const heard = async (protocols: string[]) => {
        const { code, protocol } = await listen(world.channel(task), { cookie: world.owner.cookie, protocols });
        return [code, protocol];
      };
      const offers = [[], ["task.v9", "task.v1"], ["task.v9"], ["ticket.abc", "task.v9"]];
      expectSame("nothing, v9 and v1, v9, a ticket and v9", await Promise.all(offers.map(heard)), [
        [4000, ""],
        [4000, "task.v1"],
        [4406, "task.v9"],
        [4406, "task.v9"],
      ]);
      return "task.v1, or 4406 with an echo";
    },
  },
  {
    number: "SD7",
    // a thousand watchers of a task, and two missed pings after 40 s, are left to this project's own tests: too heavy for a visit
    says: "20 watchers per person, one more is 4429; nothing is compressed",
    async check({ base, origin }) {
      const world = new World(base, origin); // other rules' watchers would count
      const task = await world.waiting();
      const watchers = Array.from({ length: 20 }, () => new Watcher(task.links.ws, world.signedIn()));
      await Promise.all(watchers.map((watcher) => watcher.firstOf("connected")));
      expectSame("one more", (await listen(task.links.ws, world.signedIn())).code, 4429);
      await world.cancel(task);
      const all = await Promise.all(watchers.map((watcher) => watcher.heard()));
      expectSame("the extensions agreed on", all[0]?.extensions, "");
      expectSame("the closes of the twenty", [...new Set(all.map(({ code }) => code))], [4000]);
      return "20, then 4429";
    },
  },
];
