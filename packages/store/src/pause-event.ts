import type { EventBody, Pause, StepName } from "@wayfinder/protocol";

/** What a task's log says when it is paused, or, with null, resumed. */
export const pauseEvent = ({ step, percent }: { step: string | null; percent: number }, pause: Pause | null): EventBody => ({
  type: "progress",
  step: (step ?? "intent_analysis") as StepName,
  status: pause ? "paused" : "resumed",
  percent,
  ...(pause ? { message: pause.message, data: { reason: pause.reason } } : {}),
});
