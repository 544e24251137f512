import { createHash } from "node:crypto";
import type { SettingsStore } from "@wayfinder/engine";
import type { ProbeResult, StructuredMode } from "@wayfinder/llm";
import { ModelError } from "@wayfinder/pipeline";
import type { Reach } from "./model-choices.ts";
import { BudgetSpent, type Prober } from "./probe-account.ts";
import { SharedWork } from "./shared-work.ts";

/** Models kept in mind at once; people's choices are few. */
const MOST_KEPT = 1_000;
const MODES: readonly StructuredMode[] = ["json_schema", "json_object", "tool", "text"];

/** Who wants to know, and until when. */
interface Wish {
  readonly prober: Prober;
  readonly signal: AbortSignal;
}

/** A mode that was kept, or what a probe has found just now. */
type Finding = SharedWork<StructuredMode | ProbeResult>;

interface Parts {
  /** Rejects with BudgetSpent where whoever is to pay may spend no more, and when the signal ends it. */
  readonly probe: (reach: Reach, wish: Wish) => Promise<ProbeResult>;
  /** Where results outlive the process: nobody pays twice to find out the same. */
  readonly store: Pick<SettingsStore, "getModelMode" | "saveModelMode">;
}

/** How each model is best asked for JSON: found out by a probe when it is first used, then kept (PL9). */
export class StructuredModes {
  readonly #parts: Parts;
  readonly #found = new Map<string, Finding>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Rejects with ModelError when the model cannot be used; the next call then looks again. Where the budgets have no room for a probe the
   * model is asked in words for the time being, which works everywhere; whether that call is made is for the task's budgets to say.
   */
  async modeOf(reach: Reach, { prober, signal }: Wish): Promise<StructuredMode> {
    const key = keyOf(reach);
    try {
      const found = this.#found.get(key);
      const finding: Finding =
        found && !found.isGivenUp ? found : this.#keep(key, (until) => this.#recalled(key, reach, { prober, signal: until }));
      return modeIn(await finding.wait(signal));
    } catch (error) {
      if (!(error instanceof BudgetSpent)) throw error;
      return (await this.#kept(key)) ?? "text";
    }
  }

  /** Probes now, whatever was found before. What is asked for meanwhile waits for the same probe. May reject with BudgetSpent, too. */
  look(reach: Reach, prober: Prober): SharedWork<ProbeResult> {
    const key = keyOf(reach);
    return this.#keep(key, (signal) => this.#probe(key, reach, { prober, signal }));
  }

  async #kept(key: string): Promise<StructuredMode | undefined> {
    const kept = await this.#parts.store.getModelMode({ key });
    return MODES.find((mode) => mode === kept);
  }

  async #recalled(key: string, reach: Reach, wish: Wish): Promise<StructuredMode | ProbeResult> {
    return (await this.#kept(key)) ?? this.#probe(key, reach, wish);
  }

  async #probe(key: string, reach: Reach, wish: Wish): Promise<ProbeResult> {
    const { probe, store } = this.#parts;
    const result = await probe(reach, wish);
    if (result.ok) await store.saveModelMode({ key, mode: result.mode });
    return result;
  }

  /** Keeps what is being found out, and forgets it when it turns out to be of no use. */
  #keep<R extends StructuredMode | ProbeResult>(key: string, work: (signal: AbortSignal) => Promise<R>): SharedWork<R> {
    const finding: SharedWork<R> = new SharedWork(async (signal) => {
      let isUseful = false;
      try {
        const result = await work(signal);
        isUseful = typeof result === "string" || result.ok;
        return result;
      } finally {
        if (!isUseful && this.#found.get(key) === finding) this.#found.delete(key);
      }
    });
    this.#found.delete(key);
    this.#found.set(key, finding);
    const [oldest] = this.#found.keys();
    if (this.#found.size > MOST_KEPT && oldest !== undefined) this.#found.delete(oldest);
    return finding;
  }
}

function modeIn(found: StructuredMode | ProbeResult): StructuredMode {
  if (typeof found === "string") return found;
  if (found.ok) return found.mode;
  throw new ModelError(found.kind, found.message);
}

/** Tells settings apart without holding keys in the open. */
export const keyOf = (reach: Reach): string => createHash("sha256").update(JSON.stringify(reach)).digest("base64url");
