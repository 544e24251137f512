import type { Roadmap } from "@wayfinder/protocol";
import { conceptsOf } from "@wayfinder/roadmap";

/** A roadmap in the form that a one-shot answer is asked for, so that a judge compares contents and not layouts. */
export function outlineMarkdown(roadmap: Roadmap): string {
  const names = new Map(conceptsOf(roadmap).map(({ concept_id, name }) => [concept_id, name]));
  return roadmap.stages
    .flatMap((stage) => [
      `## ${stage.name}`,
      ...stage.modules.flatMap((module) => [
        `### ${module.name}`,
        ...module.concepts.map(({ name, hours, prerequisites }) => {
          const needs = prerequisites.flatMap(({ concept_id }) => names.get(concept_id) ?? []);
          return `- ${name} (${hours.likely} h)${needs.length > 0 ? ` — needs: ${needs.join("; ")}` : ""}`;
        }),
      ]),
    ])
    .join("\n");
}
