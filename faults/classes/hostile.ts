import { eachOf } from "../../check/pool.ts";
import { HOSTILITIES } from "../hostility.ts";
import { RawPeer } from "../raw-peer.ts";
import type { Outcome } from "../violations.ts";
import { FINAL, notes, settle, watch, type FaultRun } from "../watch-run.ts";

const CLIENTS = 5;
const ROUNDS = 2;
const AT_A_TIME = 12;
/** SD7: watchers that one person may have; the ones beyond are closed with 4429. */
const PER_PERSON = 20;
const OPENS = 50;

/** Strangers send whatever they like, and open as many connections as they can, while others watch: the server lives and the others notice nothing. */
export async function hostile(run: FaultRun): Promise<Outcome> {
  const { world, random } = run;
  const task_id = world.newTask();
  await world.append(task_id, notes(1, 20));
  const watches = await Promise.all(Array.from({ length: CLIENTS }, () => watch(run, { task_id, speed: 1 })));
  const wrongs: string[] = [];
  const acts = Array.from({ length: ROUNDS * run.scale }, () => HOSTILITIES).flat();
  let at = 21;
  await eachOf(acts, AT_A_TIME, async ({ act }) => {
    const wrong = await act({ port: world.port, task_id, cookie: world.cookie }, random.fork());
    if (wrong !== null) wrongs.push(wrong);
    await world.append(task_id, notes(at++, 1));
  });
  wrongs.push(...(await openMany(run)));
  await world.append(task_id, [FINAL]);
  const outcome = await settle(run, watches, acts.length + OPENS);
  for (const { client } of watches) if (client.dials !== 1) wrongs.push(`a bystander dialled ${client.dials} times`);
  for (const wrong of wrongs) run.say(wrong);
  outcome.violations.unexpected += wrongs.length;
  return outcome;
}

/** One person opens more connections than anybody may have. */
async function openMany({ world }: FaultRun): Promise<string[]> {
  const cookie = await world.stranger();
  const task_id = await world.generate(cookie);
  const peers = await Promise.all(Array.from({ length: OPENS }, () => RawPeer.watch({ port: world.port, task_id, cookie })));
  const refused = await Promise.all(peers.map((peer) => Promise.race([peer.closeCode(), served(peer)])));
  for (const peer of peers) peer.leave();
  const closed = refused.filter((code) => code === 4429).length;
  return closed === OPENS - PER_PERSON ? [] : [`of ${OPENS} connections of a person ${closed} were closed with 4429`];
}

/** 0 once the first message has come and no close with it. */
async function served(peer: RawPeer): Promise<number> {
  await peer.saw('"type":"connected"');
  return 0;
}
