import concept from "./concept.json" with { type: "json" };
import estimate from "./estimate.json" with { type: "json" };
import explore from "./explore.json" with { type: "json" };
import form from "./form.json" with { type: "json" };
import landing from "./landing.json" with { type: "json" };
import live from "./live.json" with { type: "json" };
import operations from "./operations.json" with { type: "json" };
import preview from "./preview.json" with { type: "json" };
import roadmap from "./roadmap.json" with { type: "json" };
import roadmaps from "./roadmaps.json" with { type: "json" };
import shell from "./shell.json" with { type: "json" };
import states from "./states.json" with { type: "json" };
import tasks from "./tasks.json" with { type: "json" };

export const messages = {
  concept,
  estimate,
  explore,
  form,
  landing,
  live,
  operations,
  preview,
  roadmap,
  roadmaps,
  shell,
  states,
  tasks,
};
