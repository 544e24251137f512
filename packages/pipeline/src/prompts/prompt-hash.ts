import { jsonSchemaOf } from "../answer/json-schema.ts";
import { fnv1a } from "../text-hash.ts";
import type { AnyPrompt } from "./prompt-family.ts";
import { systemOf } from "./prompt.ts";

const labels = new WeakMap<AnyPrompt, string>();

/** A prompt as journals and traces name it: `id@version#hash`, so that nobody has to trust the version to know the words. */
export function promptLabel(prompt: AnyPrompt): string {
  const known = labels.get(prompt);
  if (known !== undefined) return known;
  const label = `${prompt.id}@${prompt.version}#${promptHash(prompt)}`;
  labels.set(prompt, label);
  return label;
}

/** Eight hex digits over all fixed words of a prompt: version, instructions, the answer's JSON Schema, requirements. */
function promptHash(prompt: AnyPrompt): string {
  const schema = "answer" in prompt ? jsonSchemaOf(prompt.answer) : null;
  const words = JSON.stringify([prompt.version, systemOf(prompt), schema, prompt.requirements]);
  return fnv1a(words).toString(16).padStart(8, "0");
}
