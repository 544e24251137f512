import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { loadCatalogue } from "@wayfinder/catalogue";
import type { Models } from "@wayfinder/pipeline";
import { ConfigError } from "../apps/server/src/config.ts";
import { configuredModels } from "./configured-models.ts";
import { readGold, type GoldGoal } from "./gold-goal.ts";
import { evaluateLive } from "./live.ts";
import { scoreRecorded } from "./recorded.ts";
import type { Score } from "./score.ts";
import { summarise, type Summary } from "./summary.ts";
import { scoreTable, summaryTable } from "./table.ts";

const GOLD = new URL("gold/", import.meta.url);
const BY_HAND = new URL("recorded/by-hand/", import.meta.url);
const BY_MODEL = new URL("recorded/by-model/", import.meta.url);
const BASELINE = new URL("baseline.json", import.meta.url);

/** All figures of some answers. */
interface Figures {
  readonly summary: Summary;
  readonly outputs: Readonly<Record<string, Score>>;
}

const figuresOf = (scores: ReadonlyMap<string, Score>): Figures => ({
  summary: summarise([...scores.values()]),
  outputs: Object.fromEntries(scores),
});

/** The figures of the recorded answers, which the committed baseline holds: those with planted faults, and those that a model gave. */
export function recordedFigures(): { readonly by_hand: Figures; readonly by_model: Figures } {
  const gold = readGold(GOLD);
  return { by_hand: figuresOf(scoreRecorded(BY_HAND, gold)), by_model: figuresOf(scoreRecorded(BY_MODEL, gold)) };
}

/**
 * `npm run eval`: the recorded answers, and the model that LLM_* names if there is one. Names of goals restrict the model's part;
 * `--update` writes the baseline; `--json` prints all figures as JSON and nothing else. Resolves to the exit code.
 */
export async function runEvaluation(args: readonly string[]): Promise<number> {
  const options = { json: { type: "boolean", default: false }, update: { type: "boolean", default: false } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const say = (text: string): void => void (values.json || process.stdout.write(`${text}\n`));
  const gold = readGold(GOLD);
  const unknown = positionals.filter((name) => !gold.some(({ id }) => id === name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no goal ${unknown.join(", ")}. There are: ${gold.map(({ id }) => id).join(", ")}\n`);
    return 1;
  }
  const models = modelsOr((problem) => process.stderr.write(`${problem}\n`));
  if (models === undefined) return 1;
  const recorded = recordedFigures();
  if (values.update) await writeFile(BASELINE, `${JSON.stringify(recorded, null, 2)}\n`);
  say(`Recorded answers, read and repaired by code alone: written by hand, with faults\n\n${tables(recorded.by_hand)}\n`);
  say(`Recorded answers, read and repaired by code alone: by a language model\n\n${tables(recorded.by_model)}`);
  const asked = gold.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
  const live = await liveFigures(models, asked, say);
  say("");
  const short = {
    recorded: { by_hand: recorded.by_hand.summary, by_model: recorded.by_model.summary },
    live: live && { ...live.summary, against_one_shot: live.against_one_shot },
  };
  process.stdout.write(`${JSON.stringify(values.json ? { recorded, live } : short)}\n`);
  return 0;
}

/** The configured models, null for none; undefined, and the problem told, where the environment is wrong. */
function modelsOr(tell: (problem: string) => void): Models | null | undefined {
  try {
    return configuredModels(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    tell(error.message);
    return undefined;
  }
}

const tables = ({ summary, outputs }: Figures): string =>
  `${scoreTable(new Map(Object.entries(outputs)))}\n\n${summaryTable(summary)}`;

async function liveFigures(models: Models | null, gold: readonly GoldGoal[], say: (line: string) => void) {
  if (!models) {
    say("\nNo model is configured; LLM_MODEL and its fellows name one (eval/README.md).");
    return null;
  }
  say(`\nThe configured model, ${gold.length} goals, at least six calls for each`);
  const { signal } = new AbortController();
  const { scores, verdicts } = await evaluateLive({ models, catalogue: loadCatalogue(), gold, signal, say });
  const against_one_shot = { win: 0, tie: 0, loss: 0, not_judged: 0 };
  for (const verdict of verdicts.values()) against_one_shot[verdict ?? "not_judged"] += 1;
  const figures = figuresOf(scores);
  const { win, tie, loss, not_judged } = against_one_shot;
  say(`\n${tables(figures)}\nagainst a one-shot prompt: ${win} won, ${tie} tied, ${loss} lost, ${not_judged} not judged`);
  return { ...figures, against_one_shot, verdicts: Object.fromEntries(verdicts) };
}
