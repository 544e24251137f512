import assert from "node:assert/strict";
import { test } from "node:test";
import type { CloseCode, ControlMessage } from "@wayfinder/protocol";
import { Authority } from "./authority.ts";

/** A pump that notes what it is told. */
class Noted {
  readonly said: ControlMessage[] = [];
  readonly closes: [code: number, reason: string | undefined][] = [];
  ticks = 0;
  readonly isSlow = false;
  control(message: ControlMessage): void {
    this.said.push(message);
  }
  beginClose(code: CloseCode, more: { reason?: string } = {}): void {
    this.closes.push([code.code, more.reason]);
  }
  tick(): void {
    this.ticks += 1;
  }
}

function authorityOver(userOfTicket: (ticket: string) => Promise<string | null>) {
  const pump = new Noted();
  let time = 0;
  const errors: unknown[] = [];
  const authority = new Authority({
    pump,
    access: { userOfTicket },
    task_id: "t",
    user_id: "u",
    auth_ms: 1_000,
    now: () => time,
    onError: (error) => errors.push(error),
  });
  /** The time at a moment, after a look at the clock; whether the socket is open. */
  const at = (moment: number): boolean => {
    time = moment;
    authority.tick();
    return pump.closes.length === 0;
  };
  return { pump, authority, at, errors };
}

/** Lets what was begun come to its end. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("HS9 a ticket's time ends with 4401, and the pump's clock goes on all the while", () => {
  const { pump, at } = authorityOver(async () => "u");
  assert.deepEqual([at(0), at(999), at(1_000)], [true, true, false]);
  assert.deepEqual([pump.closes, pump.ticks], [[[4401, "the ticket's time is over"]], 3]);
});

test("HS9 a fresh ticket begins the time anew, and is answered", async () => {
  const { pump, authority, at } = authorityOver(async () => "u");
  assert.ok(at(900));
  authority.renew("fresh");
  await settled();
  assert.deepEqual(pump.said, [{ type: "authorized", task_id: "t", auth_ms: 1_000 }]);
  assert.deepEqual([at(1_899), at(1_900)], [true, false]);
});

test("HS9 a ticket of nobody's or of somebody else's ends with 4401", async () => {
  for (const user of [null, "another"]) {
    const { pump, authority } = authorityOver(async () => user);
    authority.renew("stolen");
    await settled();
    assert.deepEqual([pump.closes, pump.said], [[[4401, "the ticket does not hold"]], []]);
  }
});

test("HS9 of several tickets at once one is checked; later ones again", async () => {
  const checked: string[] = [];
  const { pump, authority } = authorityOver(async (ticket) => {
    checked.push(ticket);
    return "u";
  });
  for (const ticket of ["a", "b", "c"]) authority.renew(ticket);
  await settled();
  authority.renew("d");
  await settled();
  assert.deepEqual([checked, pump.said.length], [["a", "d"], 2]);
});

test("HS9 a ticket that cannot be checked is no bad ticket: 4500, to come back", async () => {
  const away = new Error("the database is away");
  const { pump, authority, errors } = authorityOver(() => Promise.reject(away));
  authority.renew("good");
  await settled();
  assert.deepEqual([pump.closes, errors], [[[4500, undefined]], [away]]);
});
