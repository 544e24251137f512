import { cut } from "./classes/cut.ts";
import { flapping } from "./classes/flapping.ts";
import { hostile } from "./classes/hostile.ts";
import { halfOpenBus } from "./classes/half-open-bus.ts";
import { halfOpen } from "./classes/half-open.ts";
import { lostWakeUps } from "./classes/lost-wake-ups.ts";
import { refuse } from "./classes/refuse.ts";
import { reset } from "./classes/reset.ts";
import { restart, sigkill } from "./classes/restart.ts";
import { rollingRestart } from "./classes/rolling-restart.ts";
import { slices } from "./classes/slices.ts";
import { slowReader } from "./classes/slow-reader.ts";
import { stalledReader } from "./classes/stalled-reader.ts";
import { storm } from "./classes/storm.ts";
import { tickets } from "./classes/tickets.ts";
import { urlMistakes } from "./classes/url-mistakes.ts";
import { zombie } from "./classes/zombie.ts";
import type { Outcome } from "./violations.ts";
import type { FaultRun } from "./watch-run.ts";

/** One kind of trouble and the rules that it tries. */
export interface FaultClass {
  readonly name: string;
  readonly rules: string;
  readonly inflict: (run: FaultRun) => Promise<Outcome>;
}

/** All of them; those that end the server come last. */
export const FAULT_CLASSES: readonly FaultClass[] = [
  { name: "cut after byte k", rules: "HS1 CL2 CL4 CL9", inflict: cut },
  { name: "half-open", rules: "CL2 CL4 CL11", inflict: halfOpen },
  { name: "reset", rules: "HS1 CL2 CL3 CL4", inflict: reset },
  { name: "refuse", rules: "CL2 CL4 CL5", inflict: refuse },
  { name: "slices of 1–7 bytes", rules: "MS2 CL2", inflict: slices },
  { name: "slow reader", rules: "SD4 CL2", inflict: slowReader },
  { name: "stalled reader", rules: "SD5 SD4 CC CL2", inflict: stalledReader },
  { name: "flapping signals", rules: "CL2 CL4", inflict: flapping },
  { name: "lost wake-ups", rules: "LG7 CL2", inflict: lostWakeUps },
  { name: "half-open bus", rules: "LG7 LG3 CL2", inflict: halfOpenBus },
  { name: "tickets that run out", rules: "HS8 HS9 CL12 CC CL2", inflict: tickets },
  { name: "URL mistakes", rules: "CL6 CL5 HS3", inflict: urlMistakes },
  { name: "zombie worker", rules: "LG3 PL1 CL2", inflict: zombie },
  { name: "hostile frames", rules: "MS5 SD7 CC", inflict: hostile },
  { name: "rolling restart", rules: "SD6 CL2 CL3", inflict: rollingRestart },
  { name: "SIGKILL while appending", rules: "LG1 CL2 CL4", inflict: sigkill },
  { name: "restart while appending", rules: "SD6 CL2 CL3", inflict: restart },
  { name: "storm of watchers", rules: "SD3 CL2 CL4", inflict: storm },
];
