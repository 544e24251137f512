import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { test } from "node:test";
import { admit, type AdmissionOptions } from "./admission.ts";
import { Sockets } from "./sockets.ts";

/** Nobody may be asked while the server stops. */
const unasked = (): never => {
  throw new Error("asked during a drain");
};

test("SD6 who dials a stopping server is told 1012 and when to come back, at any address", async () => {
  const sockets = new Sockets();
  const access = { knowsHost: unasked, allowsOrigin: unasked, userOf: unasked, userOfTicket: unasked, baseUrl: unasked };
  const options: AdmissionOptions = {
    readTask: unasked,
    readTaskAnew: unasked,
    access,
    sockets,
    overload: { refuses: unasked },
    bench: false,
    random: () => 0.5,
  };
  sockets.drain();
  for (const place of [{ kind: "task", task_id: "t" } as const, { kind: "near_miss", task_id: null } as const]) {
    const verdict = await admit(options, {} as IncomingMessage, { place, query: new URLSearchParams() });
    assert.ok("code" in verdict);
    assert.deepEqual([verdict.code.code, verdict.after_ms], [1012, 2_500]);
  }
});
