import { expectSame } from "../expectation.ts";
import { numbers, seqsOf } from "../message.ts";
import type { Rule } from "../rule.ts";
import { listen } from "../watcher.ts";
import type { World } from "../world.ts";

/** A query and what it must lead to: what `connected` says of the place, and the numbers that follow. */
type Place = readonly [query: string, resume: string, from: number];

/** Dials all places at once, then looks at each. */
async function expectPlaces(world: World, places: readonly Place[]): Promise<void> {
  const { task, head } = await world.finished();
  const all = await Promise.all(places.map(([query]) => listen(world.channel(task, query), world.signedIn())));
  for (const [at, [query, resume, from]] of places.entries()) {
    const { messages = [] } = all[at] ?? {};
    const seen = [messages[0]?.["resume"], messages[0]?.["from"], seqsOf(messages)];
    expectSame(`from "${query}"`, seen, [resume, from, numbers(from, head)]);
  }
}

/** Where a watcher begins. */
export const RESUME_RULES: readonly Rule[] = [
  {
    number: "HS1",
    says: "history from 1; `after` from the next; neither from the head",
    async check(world) {
      const { head } = await world.finished();
      await expectPlaces(world, [
        ["?include_history=true", "fresh", 1],
        ["", "fresh", head + 1],
        ["?after=0", "ok", 1],
        ["?include_history=true&after=3", "ok", 4],
      ]);
      return `of ${head}: 1, ${head + 1}, 1, 4`;
    },
  },
  {
    number: "HS7",
    says: "every place resumes; another epoch or beyond the head resets; no number is 4400",
    async check(world) {
      const { task, head } = await world.finished();
      const { epoch } = task;
      const places = [1, 2, Math.floor(head / 2), head - 1, head];
      await expectPlaces(world, [
        ...places.map((after): Place => [`?after=${after}&epoch=${epoch}`, "ok", after + 1]),
        ["?after=3&epoch=another", "reset", 1],
        ["?after=0&epoch=another", "reset", 1],
        [`?after=${head + 1}&epoch=${epoch}`, "reset", 1],
      ]);
      for (const after of ["x", "-1", "1.5", ""])
        expectSame(`after=${after}`, (await listen(world.channel(task, `?after=${after}`), world.signedIn())).code, 4400);
      return `ok from ${places.join(", ")}; reset; 4400`;
    },
  },
];
