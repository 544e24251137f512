import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { completed, progress } from "./testing/messages.ts";
import { TabbedWorld, type Tab } from "./testing/tabbed-world.ts";

type Befalling = "close" | "kill" | "freeze" | "glance" | "sleep" | "wake";

/** What befalls the tabs of a browser. `who` picks a tab among those that there are. */
type Fate =
  | { readonly do: "add"; readonly count: number }
  | { readonly do: "open" | "cut" | "restore" }
  | { readonly do: Befalling; readonly who: number }
  | { readonly do: "pass"; readonly ms: number };

const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 5 }).map((count): Fate => ({ do: "add", count })) },
  { weight: 3, arbitrary: fc.constant<Fate>({ do: "open" }) },
  { weight: 2, arbitrary: fc.constant<Fate>({ do: "cut" }) },
  { weight: 1, arbitrary: fc.constant<Fate>({ do: "restore" }) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom<Befalling>("close", "kill", "freeze", "glance", "sleep", "wake"), fc.nat(5))
      .map(([what, who]): Fate => ({ do: what, who })),
  },
  { weight: 3, arbitrary: fc.constantFrom(1, 3, 700, 6_000, 30_000).map((ms): Fate => ({ do: "pass", ms })) },
);

/** Tabs with a fate. Which broadcasts are lost is drawn, too. */
class TabbedRun {
  readonly world: TabbedWorld;
  readonly living: Tab[] = [];
  readonly frozen = new Set<Tab>();
  lossy = true;
  #losses = 0;
  #logs = 1;

  constructor(losses: readonly boolean[]) {
    const loses = (): boolean => this.lossy && losses[this.#losses++ % losses.length] === true;
    this.world = new TabbedWorld({ loses, accepts: true });
    this.world.epoch = "log-1";
  }

  async suffer(step: Fate): Promise<void> {
    const { world } = this;
    switch (step.do) {
      case "add":
        return world.add(...Array.from({ length: step.count }, (_, i) => progress(world.log.length + i + 1, world.epoch)));
      case "open":
        return void this.living.push(world.open());
      case "cut":
        return this.#cut();
      case "restore":
        world.epoch = `log-${++this.#logs}`;
        world.log = world.log.slice(0, 2).map(({ seq }) => progress(seq, world.epoch));
        return this.#cut();
      case "pass":
        return world.pass(step.ms);
      case "close":
      case "kill":
      case "freeze":
      case "glance":
      case "sleep":
      case "wake":
        return this.#befall(step.do, this.living[step.who % Math.max(1, this.living.length)]);
    }
  }

  #cut(): void {
    for (const dial of this.world.transport.dials) if (dial.isOpen) dial.end(1006);
  }

  #befall(what: Befalling, tab: Tab | undefined): void {
    if (tab === undefined) return;
    if (what === "glance") return tab.signals.tell("visible");
    if (what === "sleep") return tab.signals.tell("frozen");
    if (what === "wake") return tab.signals.tell("thawed");
    if (what === "freeze") {
      this.frozen.add(tab);
      return tab.port.freeze();
    }
    if (what === "kill") tab.port.kill();
    tab.channel.close();
    this.living.splice(this.living.indexOf(tab), 1);
  }

  /** Every tab delivered the beginning of one log, in order, each event once. */
  check(): void {
    for (const { delivered } of this.world.tabs) {
      const marks = delivered.map((event) => ("message" in event ? event.message : this.world.epoch));
      for (const [i, event] of delivered.entries()) assert.deepEqual([event.seq, marks[i]], [i + 1, marks[0]]);
    }
  }

  /** The log ends, and nothing is lost any more: every tab gets all of it. */
  async finish(): Promise<void> {
    this.lossy = false;
    for (const tab of this.living) tab.signals.tell("thawed");
    await this.world.add(completed(this.world.log.length + 1));
    for (let i = 0; i < 40; i++) await this.world.pass(5_000);
    for (const tab of this.living) {
      assert.equal(tab.channel.getState().connection.state, "done");
      assert.deepEqual(
        tab.numbers,
        Array.from(this.world.log, ({ seq }) => seq),
      );
    }
    await this.world.end();
  }
}

test("CL2 CL9 several tabs, dying leaders, lost broadcasts, other logs: each tab delivers the log exactly once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fate, { minLength: 5, maxLength: 40 }),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }),
      async (fates, losses) => {
        const run = new TabbedRun(losses);
        for (const step of fates) {
          await run.suffer(step);
          run.check();
        }
        await run.finish();
        run.check();
      },
    ),
    { numRuns: 150 },
  );
});

test("CL4 CL9 while every tab lives and hears the others, there is one connection", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { maxLength: 30 }), async (fates) => {
      const run = new TabbedRun([false]);
      for (const step of fates) {
        if (step.do !== "freeze") await run.suffer(step);
        await run.world.pass(50);
        assert.ok(run.world.transport.open_count <= 1);
      }
      await run.finish();
    }),
    { numRuns: 60 },
  );
});
