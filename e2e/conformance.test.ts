import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { runConformance, type ConformanceRun } from "./conformance-run.ts";
import { faultyProxy, type Fault } from "./faulty-proxy.ts";
import { freePort } from "./free-port.ts";
import { startServerProcess, type ServerProcess } from "./server-process.ts";

let data_dir: string;
let port: number;
let server: ServerProcess;

before(async () => {
  data_dir = await mkdtemp(join(tmpdir(), "wayfinder-conformance-"));
  port = await freePort();
  server = await startServerProcess({ DATA_DIR: data_dir, API_PORT: String(port) });
});
after(async () => {
  await server.end("SIGTERM");
  await rm(data_dir, { recursive: true });
});

/** The rules that did not hold, each with what was seen. */
const failuresOf = ({ lines }: ConformanceRun): [rule: string, saw: string][] =>
  lines.flatMap((line) => {
    const [, rule, saw] = /^not ok (\S+) .* — (.*)$/.exec(line) ?? [];
    return rule === undefined || saw === undefined ? [] : [[rule, saw]];
  });

test("CC the server passes the conformance suite: every rule that can be seen from outside", async () => {
  const run = await runConformance(`http://localhost:${port}`);
  assert.deepEqual(failuresOf(run), []);
  assert.match(run.lines.at(-1) ?? "", /^22 passed, 0 failed$/);
  assert.equal(run.code, 0);
});

test("MS2 HS2 HS3 HS5 CC through a proxy without a fault it passes, too", async () => {
  const proxy = await faultyProxy(port, {});
  const run = await runConformance(proxy.base, ["MS2", "HS2", "HS3", "HS5", "CC"]);
  await proxy.close();
  assert.deepEqual(failuresOf(run), []);
  assert.equal(run.code, 0);
});

const seqOf = (text: string): unknown => (JSON.parse(text) as { seq?: unknown }).seq;

/** A faulty server: what it does, and what has to be seen of which rules. */
interface Planted {
  readonly name: string;
  readonly fault: Fault;
  readonly broken: Readonly<Record<string, RegExp>>;
}

const PLANTED: readonly Planted[] = [
  {
    name: "drops one event",
    fault: { message: (text) => (seqOf(text) === 3 ? [] : [text]) },
    broken: { MS2: /^the numbers seen while it went on: saw \[1,2,4,/ },
  },
  {
    name: "sends one event twice",
    fault: { message: (text) => (seqOf(text) === 3 ? [text, text] : [text]) },
    broken: { MS2: /^the numbers seen while it went on: saw \[1,2,3,3,4,/ },
  },
  {
    name: "skips the first message",
    fault: { message: (text, n) => (n === 0 ? [] : [text]) },
    // the first event, or "live" where the task has not begun
    broken: { MS1: /^the first message is {(?=.*("seq":1,|"type":"live"))/ },
  },
  {
    name: "hides the final event",
    fault: { message: (text) => (text.includes('"final":true') ? [] : [text]) },
    broken: { LG6: /^the numbers of final events: saw \[\]/, CC: /^closed before the final event/ },
  },
  {
    name: "resumes one too far",
    fault: { path: (path) => path.replace(/after=(\d+)/, (_, after) => `after=${Number(after) + 1}`) },
    broken: { HS1: /^from "\?after=0": saw \["ok",2,/, HS7: /^from "\?after=1&epoch=.*": saw \["ok",3,/ },
  },
  {
    name: "forgets the epoch",
    fault: { path: (path) => path.replace(/&epoch=[^&]*/, "") },
    broken: { HS7: /^from "\?after=.&epoch=another": saw \["ok",/ },
  },
  {
    name: "answers probes without the sign",
    fault: { lost_header: "x-task-channel" },
    broken: { HS2: /^X-Task-Channel for the owner: saw null/ },
  },
  {
    name: "refuses near misses with 404",
    fault: { refuses: (path) => !path.startsWith("/api/v1/ws/") },
    broken: { HS3: /^the close of \/ws\/abc: saw 1006, wanted 4426/ },
  },
  {
    name: "lets nobody know that a ticket was taken",
    fault: { message: (text) => (text.includes('"authorized"') ? [] : [text]) },
    broken: { HS9: /^waited \d+ ms in vain for a message "authorized"/ },
  },
  {
    name: "says of a removed task that there never was one",
    fault: { close: (code) => (code === 4410 ? 4404 : code) },
    broken: { LG10: /^who dials hears: saw \["error",4404\], wanted \["error",4410\]/ },
  },
  {
    name: "closes every end with 1000",
    fault: { close: () => 1000 },
    broken: { HS4: /: saw 1000, wanted 4401/, HS5: /: saw \[\[1000,/, CC: /^the close: saw 1000, wanted 4000/ },
  },
];

describe("faulty servers", { concurrency: 3 }, () => {
  for (const { name, fault, broken } of PLANTED) {
    const rules = Object.keys(broken);
    test(`${rules.join(" ")} a server that ${name} is found`, async () => {
      const proxy = await faultyProxy(port, fault);
      const run = await runConformance(proxy.base, rules);
      await proxy.close();
      const failures = new Map(failuresOf(run));
      assert.deepEqual([...failures.keys()].sort(), [...rules].sort());
      for (const [rule, saw] of Object.entries(broken)) assert.match(failures.get(rule) ?? "", saw);
      assert.equal(run.code, 1);
    });
  }
});
