import { within } from "./deadline.ts";
import type { Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import { World } from "./world.ts";

/** The longest that one rule may take, whatever it waits for. Milliseconds. */
const RULE_MS = 60_000;
/** Rules checked at once: most wait for closes, which come a second late by rule; together they stay below the 20 watchers of a person. */
const AT_A_TIME = 3;

export interface ConformanceOptions {
  /** The server's address, such as `http://localhost:8000`. */
  readonly base: string;
  /** Numbers of the rules to check; all when empty. */
  readonly only?: readonly string[];
  readonly say: (line: string) => void;
}

/** The numbers of the rules that held and of those that did not. */
export interface Verdict {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
}

/** Checks a server against the rules, with a line for each as it ends and a last one that counts. */
export async function checkConformance({ base, only = [], say }: ConformanceOptions): Promise<Verdict> {
  const world = new World(base);
  await world.owner.post("/api/v1/session");
  const passed: string[] = [];
  const failed: string[] = [];
  const left = RULES.filter(({ number }) => only.length === 0 || only.includes(number));
  const lane = async () => {
    for (let rule = left.shift(); rule !== undefined; rule = left.shift()) {
      const { ok, saw } = await checkRule(rule, world);
      (ok ? passed : failed).push(rule.number);
      say(`${ok ? "ok    " : "not ok"} ${rule.number.padEnd(3)} ${rule.says} — ${saw}`);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
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
