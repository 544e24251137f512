import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { transition } from "./channel-machine.ts";
import type { MachineInput, SignalName, TimerName } from "./machine-input.ts";
import { initialState } from "./machine-state.ts";
import { completed, connected, heartbeat, live, progress, TASK, URL_OF_TASK } from "./testing/messages.ts";

const timers: readonly TimerName[] = ["connect", "settle", "retry", "answer", "watch", "behind", "echo", "renew", "linger"];
const signals: readonly SignalName[] = ["online", "offline", "visible", "hidden", "frozen", "thawed"];
const frames = [
  connected(),
  connected({ resume: "reset", epoch: "b" }),
  live(3),
  heartbeat(5),
  progress(1),
  progress(2),
  completed(3),
];

/** Generations near the present one: 0 is the present one, 1 the one before. */
const age = fc.nat({ max: 1 });
const inputs = fc.oneof(
  fc.constant<MachineInput>({ type: "start", online: true, visible: true }),
  age.map((a): MachineInput => ({ type: "opened", generation: -a })),
  fc
    .tuple(age, fc.constantFrom(...frames))
    .map(([a, m]): MachineInput => ({ type: "message", generation: -a, data: JSON.stringify(m) })),
  fc.tuple(age, fc.string()).map(([a, data]): MachineInput => ({ type: "message", generation: -a, data })),
  fc
    .tuple(age, fc.constantFrom(1000, 1006, 1008, 1012, 4000, 4401, 4404, 4500))
    .map(([a, code]): MachineInput => ({ type: "closed", generation: -a, code })),
  fc.nat(100_000).map((until): MachineInput => ({ type: "refused", until, click: until % 2 === 0 })),
  fc.tuple(fc.constantFrom(200, 401, 404, 426, 503), fc.boolean()).map(([status, signed]): MachineInput => ({
    type: "probed",
    answer: { kind: "answer", status, signed, retry_after_ms: 0 },
  })),
  fc
    .constantFrom("refreshed" as const, "refused" as const, "unreachable" as const)
    .map((answer): MachineInput => ({ type: "refreshed", answer })),
  fc.option(fc.string()).map((ticket): MachineInput => ({ type: "ticket", ticket })),
  fc.constantFrom(...timers).map((timer): MachineInput => ({ type: "timer", timer })),
  fc.constantFrom(...signals).map((signal): MachineInput => ({ type: "signal", signal })),
  fc.constantFrom<MachineInput>({ type: "retry" }, { type: "undialable" }, { type: "close" }),
);

test("CL1 whatever happens in whatever order, the machine keeps its shape", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(inputs, fc.nat(20_000)), { maxLength: 80 }), fc.boolean(), (steps, ticketed) => {
      let state = initialState({ url: URL_OF_TASK, task_id: TASK, getTicket: ticketed || undefined });
      let now = 0;
      for (const [template, passed] of steps) {
        now += passed;
        let input = template;
        if ("generation" in input) input = { ...input, generation: state.generation + input.generation };
        const before = state;
        const next = transition(before, input, { now, random: 0.5 });
        state = next.state;
        const kinds = next.effects.map((effect) => effect.type);

        if (before.name === "done" || before.name === "failed") assert.equal(state.name, before.name);
        assert.ok(kinds.filter((kind) => kind === "dial").length <= 1);
        assert.equal(state.generation - before.generation, kinds.includes("dial") ? 1 : 0);
        assert.ok(kinds.filter((kind) => kind === "deliver").length <= 1);
        assert.ok(
          kinds.indexOf("send") === -1 || kinds.indexOf("deliver") <= kinds.indexOf("send"),
          "an ack follows its delivery",
        );
        if (kinds.includes("release")) assert.ok(["done", "failed", "idle"].includes(state.name));
        const has_line = ["connecting", "replaying", "live"].includes(state.name);
        if (has_line) assert.notEqual(state.line, null);
        else if (state.name !== "done") assert.equal(state.line, null);
        const waits = ["backoff", "suspended", "offline"].includes(state.name);
        assert.ok(waits || state.next_try_at === null);
        if (state.name !== "failed") assert.equal(state.reason, null);
      }
    }),
    { numRuns: 500 },
  );
});

test("CL1 the machine is pure: the same state and input give the same transition, and nothing is changed in place", () => {
  const state = Object.freeze(initialState({ url: URL_OF_TASK, task_id: TASK }));
  const input: MachineInput = { type: "start", online: true, visible: true };
  const circumstance = { now: 5, random: 0.1 };
  assert.deepEqual(transition(state, input, circumstance), transition(state, input, circumstance));
  assert.deepEqual(state, initialState({ url: URL_OF_TASK, task_id: TASK }));
});
