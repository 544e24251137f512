import type { EventBody, Pause, StepName } from "@wayfinder/protocol";
import type { Overrun } from "./spending.ts";

/** What a task's log says when it is paused, or, with null, resumed; of a budget that has no room also which, and from when on it has. */
export const pauseEvent = (
  { step, percent }: { step: string | null; percent: number },
  pause: Pause | null,
  over?: Overrun,
): EventBody => ({
  type: "progress",
  step: (step ?? "intent_analysis") as StepName,
  status: pause ? "paused" : "resumed",
  percent,
  ...(pause ? { message: pause.message, data: { reason: pause.reason, ...(over && told(over)) } } : {}),
});

const told = ({ room_at, ...over }: Overrun) => (room_at === null ? over : { ...over, room_at });
