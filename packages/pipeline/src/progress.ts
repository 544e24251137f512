import type { EventBody, StepName } from "@wayfinder/protocol";

/** Percent of a whole generation at which each phase begins and ends; content takes longest, so it has most of the scale. */
const SCALE: Readonly<Record<StepName, readonly [number, number]>> = {
  intent_analysis: [0, 10],
  curriculum_design: [10, 30],
  structure_validation: [30, 40],
  roadmap_edit: [40, 40],
  human_review: [40, 40],
  content_generation: [40, 100],
};

type Progress = Extract<EventBody, { type: "progress" }>;

/** A phase has begun. */
export const started = (step: StepName): Progress => ({ type: "progress", step, status: "started", percent: SCALE[step][0] });

/** A phase has ended well; the message is for the person. */
export const completed = (step: StepName, data?: Progress["data"], message = ""): Progress => ({
  type: "progress",
  step,
  status: "completed",
  percent: SCALE[step][1],
  ...(message === "" ? {} : { message }),
  ...(data === undefined ? {} : { data }),
});

/** A phase is `done` of `total` parts along; the last part completes it. */
export function partly(step: StepName, done: number, total: number): Progress {
  const [from, to] = SCALE[step];
  const percent = Math.round(from + ((to - from) * done) / total);
  return { type: "progress", step, status: done === total ? "completed" : "started", percent, data: { done, total } };
}

/** A phase could not be done, and the task goes on without it. */
export const progressFailed = (step: StepName, message: string): Progress => ({
  type: "progress",
  step,
  status: "failed",
  message,
  percent: SCALE[step][0],
});

/** The event that ends a task because a phase could not be done at all. */
export const failedTask = (step: StepName, message: string): EventBody[] => [
  progressFailed(step, message),
  { type: "failed", final: true, error: { code: `${step}_failed`, message } },
];
