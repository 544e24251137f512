import type { Roadmap } from "@wayfinder/protocol";

/** A structure as lines of text with ids, as short as it can be without losing what an edit needs. */
export function outlineText({ title, outcomes, stages }: Pick<Roadmap, "title" | "outcomes" | "stages">): string {
  const lines = [`title: ${title}`];
  for (const { id, text, concept_ids } of outcomes) lines.push(`outcome ${id}: ${text} [${concept_ids.join(", ")}]`);
  for (const stage of stages) {
    lines.push(`stage ${stage.stage_id}: ${stage.name}`);
    for (const module of stage.modules) {
      lines.push(`  module ${module.module_id}: ${module.name}`);
      for (const c of module.concepts) {
        const needs = c.prerequisites.map((p) => (p.kind === "hard" ? p.concept_id : `(${p.concept_id})`)).join(", ");
        lines.push(
          `    concept ${c.concept_id}: ${c.name} | ${c.hours.likely} h | ${c.difficulty}${needs === "" ? "" : ` | needs ${needs}`}`,
        );
      }
    }
  }
  return lines.join("\n");
}
