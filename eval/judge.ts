import type { Json } from "@wayfinder/engine";
import type { Model } from "@wayfinder/pipeline";
import { DATA_RULE, dataBlock, jsonSchemaOf, learnerData, readAnswer } from "@wayfinder/pipeline/evaluation";
import type { Goal } from "@wayfinder/protocol";
import { z } from "zod";

/** How ours does beside the other. */
export type Verdict = "win" | "tie" | "loss";

const Judgement = z.object({
  reason: z.string().optional().describe("One or two sentences."),
  better: z.enum(["A", "B", "tie"]),
});

const SYSTEM = [
  "You compare two learning roadmaps for one learner and say which serves them better.",
  "What counts, in this order: the goal is reached with nothing needed left out; everything comes after what it needs; it fits the learner's level, knowledge and hours; nothing is said twice or for nothing; names say what is learned.",
  "Length and layout do not count. Say tie if the learner would not notice the difference.",
  DATA_RULE,
  "Answer with one JSON object.",
].join("\n");

/** Asks once: which of two is better. Null where the answer cannot be read. */
async function better(model: Model, [a, b]: readonly [string, string], { goal, signal }: Circumstances) {
  const { text } = await model.ask(
    {
      system: SYSTEM,
      prompt: [learnerData(goal), dataBlock("roadmap_A", a), dataBlock("roadmap_B", b), "Which is better, A or B?"].join("\n\n"),
      schema: { name: "judgement", json: jsonSchemaOf(Judgement) as Json },
      max_output_tokens: 1_000,
    },
    { signal },
  );
  const read = readAnswer(text, Judgement, { better: ["winner", "answer", "choice"] });
  return read.ok ? read.value.better : null;
}

interface Circumstances {
  readonly goal: Goal;
  readonly signal: AbortSignal;
}

/** Compares twice, each in each place: a judge that likes the first place, or is not sure, makes a tie. Null where a judgement cannot be read. */
export async function compareRoadmaps(
  model: Model,
  { ours, other }: { readonly ours: string; readonly other: string },
  circumstances: Circumstances,
): Promise<Verdict | null> {
  const first = await better(model, [ours, other], circumstances);
  const second = await better(model, [other, ours], circumstances);
  if (first === null || second === null) return null;
  if (first === "A" && second === "B") return "win";
  return first === "B" && second === "A" ? "loss" : "tie";
}
