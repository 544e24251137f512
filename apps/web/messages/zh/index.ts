import change from "./change.json" with { type: "json" };
import concept from "./concept.json" with { type: "json" };
import costs from "./costs.json" with { type: "json" };
import estimate from "./estimate.json" with { type: "json" };
import explore from "./explore.json" with { type: "json" };
import followUp from "./follow_up.json" with { type: "json" };
import form from "./form.json" with { type: "json" };
import landing from "./landing.json" with { type: "json" };
import live from "./live.json" with { type: "json" };
import operations from "./operations.json" with { type: "json" };
import preview from "./preview.json" with { type: "json" };
import problems from "./problems.json" with { type: "json" };
import rewrite from "./rewrite.json" with { type: "json" };
import review from "./review.json" with { type: "json" };
import roadmap from "./roadmap.json" with { type: "json" };
import roadmaps from "./roadmaps.json" with { type: "json" };
import settings from "./settings.json" with { type: "json" };
import shell from "./shell.json" with { type: "json" };
import states from "./states.json" with { type: "json" };
import tasks from "./tasks.json" with { type: "json" };

export const messages = {
  change,
  concept,
  costs,
  estimate,
  explore,
  follow_up: followUp,
  form,
  landing,
  live,
  operations,
  preview,
  problems,
  rewrite,
  review,
  roadmap,
  roadmaps,
  settings,
  shell,
  states,
  tasks,
};
