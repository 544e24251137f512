import type { ClaimedStep, StepRequest } from "@wayfinder/engine";
import type { Goal } from "@wayfinder/protocol";

/** A step as a worker gets it on its first try; its input has been through JSON. */
export const claimedStep = (request: StepRequest, goal: Goal): ClaimedStep => ({
  lease: { task_id: "t", path: request.path, token: 1 },
  name: request.name,
  input: JSON.parse(JSON.stringify(request.input)),
  input_hash: "h",
  attempt: 1,
  failures: 0,
  journalled: null,
  task: { task_id: "t", root_task_id: "t", user_id: "u", roadmap_id: "r", goal },
});
