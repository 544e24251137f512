import { within } from "./deadline.ts";
import type { Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import { World } from "./world.ts";

/** The longest that one rule may take, whatever it waits for. Milliseconds. */
const RULE_MS = 60_000;
/** Rules checked at once, beside those that wait for a clock: most wait for closes, which come a second late by rule; together they stay below the 20 watchers of a person. */
const AT_A_TIME = 3;

/** The address of this project's web pages, where it is not told. */
const ORIGIN = "http://localhost:3000";

export interface ConformanceOptions {
  /** The server's address, such as `http://localhost:8000`. */
  readonly base: string;
  /** Numbers of the rules to check; all when empty. */
  readonly only?: readonly string[];
  /** An origin whose pages the server lets in. */
  readonly origin?: string;
  readonly say: (line: string) => void;
}

/** The numbers of the rules that held and of those that did not. */
export interface Verdict {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
}

/** Checks a server against the rules, with a line for each as it ends and a last one that counts. */
export async function checkConformance({ base, only = [], origin = ORIGIN, say }: ConformanceOptions): Promise<Verdict> {
  const world = new World(base, origin);
  await world.owner.post("/api/v1/session");
  const passed: string[] = [];
  const failed: string[] = [];
  const wanted = RULES.filter(({ number }) => only.length === 0 || only.includes(number));
  const checked = async (rule: Rule) => {
    const { ok, saw } = await checkRule(rule, world);
    (ok ? passed : failed).push(rule.number);
    say(`${ok ? "ok    " : "not ok"} ${rule.number.padEnd(4)} ${rule.says} — ${saw}`);
  };
  const left = wanted.filter(({ waits }) => waits !== true);
  const lane = async () => {
    for (let rule = left.shift(); rule !== undefined; rule = left.shift()) await checked(rule);
  };
  const waiting = wanted.filter(({ waits }) => waits === true).map(checked);
  await Promise.all([...waiting, ...Array.from({ length: AT_A_TIME }, lane)]);
  say(`${passed.length} passed, ${failed.length} failed`);
  return { passed, failed };
}

async function checkRule(rule: Rule, world: World): Promise<{ ok: boolean; saw: string }> {
  try {
    return { ok: true, saw: await within("the rule's end", rule.check(world), RULE_MS) };
  } catch (error) {
    return { ok: false, saw: error instanceof Error ? error.message : String(error) };
  }
}
