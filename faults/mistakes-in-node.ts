import { until } from "../e2e/until.ts";
import type { FaultWorld } from "./fault-world.ts";
import { MistakenProxy } from "./mistaken-proxy.ts";
import type { MistakeTrial } from "./mistake-trial.ts";
import { ObservedClient } from "./observed-client.ts";
import type { Random } from "./seeded-random.ts";
import { MISTAKE_BUDGET, type MistakePlace, type Moment, type UrlMistake } from "./url-mistake.ts";
import type { Violations } from "./violations.ts";
import { notes } from "./watch-run.ts";

/** The right address is live within this time, in ms: beyond it, something hangs. */
const LIVE_MS = 20_000;

/** Whose mistakes are tried. */
export interface MistakeWorld {
  readonly world: FaultWorld;
  readonly theirs: string;
  readonly removed: string;
}

/** The tasks that mistakes may lead to. */
export async function mistakeWorld(world: FaultWorld): Promise<MistakeWorld> {
  const removed = world.newTask();
  await world.append(removed, notes(1, 3));
  await world.remove(removed);
  return { world, removed, theirs: await world.generate(await world.stranger()) };
}

/** A task of its own behind a proxy of its own; `url` is what a client is to dial at that moment. */
export async function placeMistake({ world, theirs, removed }: MistakeWorld, mistake: UrlMistake, moment: Moment) {
  const proxy = await MistakenProxy.open(world.port);
  const task_id = world.newTask();
  await world.append(task_id, notes(1, 3));
  const host = `localhost:${proxy.port}`;
  const place: MistakePlace = { host, task_id, theirs, removed };
  if (moment === "before" && mistake.kind === "server") proxy.err(mistake, place);
  const right = `ws://${host}/api/v1/ws/${task_id}?include_history=true`;
  const url = moment === "after" ? right : addressOf(mistake, place, right);
  return { proxy, place, url };
}

function addressOf(mistake: UrlMistake, place: MistakePlace, right: string): string {
  if (mistake.kind === "address") return mistake.address(place);
  return mistake.kind === "path" ? `ws://${place.host}${mistake.path(place)}` : right;
}

export interface NodeTrial {
  readonly random: Random;
  readonly speed: number;
  readonly mistake: UrlMistake;
  readonly moment: Moment;
}

/** Makes a mistake in a client of Node; also resolves to what the oracle found. */
export async function tryInNode(
  at: MistakeWorld,
  { random, speed, mistake, moment }: NodeTrial,
): Promise<{ trial: MistakeTrial; violations: Violations; delivered: number }> {
  const { proxy, place, url } = await placeMistake(at, mistake, moment);
  const { task_id } = place;
  let began = performance.now();
  const client = new ObservedClient({ port: proxy.port, task_id, cookie: at.world.cookie, random, speed, url });
  if (moment === "after") {
    await until("a good session", LIVE_MS, () => client.state === "live");
    began = performance.now();
    proxy.err(mistake, place);
  }
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, MISTAKE_BUDGET.ms);
  await Promise.race([client.ended, late.promise]);
  clearTimeout(timer);
  const ms = (performance.now() - began) * speed;
  const ended = client.reason === undefined ? client.state : `${client.state} ${client.reason}`;
  const { dials, probes } = proxy;
  const { delivered, errors } = client;
  const violations = await client.close(await at.world.readLog(task_id));
  violations.incomplete = 0; // nobody is done here; what came before has to be right all the same
  await proxy.close();
  return { trial: { mistake, client: "Node", moment, ended, dials, probes, ms, said: errors.length }, violations, delivered };
}
