import { createHash } from "node:crypto";
import type { SettingsStore } from "@wayfinder/engine";
import type { ProbeResult, StructuredMode } from "@wayfinder/llm";
import { ModelError } from "@wayfinder/pipeline";
import type { Reach } from "./model-choices.ts";
import { BudgetSpent, type Prober } from "./probe-account.ts";

/** Models kept in mind at once; people's choices are few. */
const MOST_KEPT = 1_000;
const MODES: readonly StructuredMode[] = ["json_schema", "json_object", "tool", "text"];

interface Parts {
  /** Rejects with BudgetSpent where whoever is to pay may spend no more. */
  readonly probe: (reach: Reach, prober: Prober) => Promise<ProbeResult>;
  /** Where results outlive the process: nobody pays twice to find out the same. */
  readonly store: Pick<SettingsStore, "getModelMode" | "saveModelMode">;
}

/** How each model is best asked for JSON: found out by a probe when it is first used, then kept (PL9). */
export class StructuredModes {
  readonly #parts: Parts;
  readonly #found = new Map<string, Promise<StructuredMode>>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Rejects with ModelError when the model cannot be used; the next call then looks again. Where the budgets have no room for a probe the
   * model is asked in words for the time being, which works everywhere; whether that call is made is for the task's budgets to say.
   */
  async modeOf(reach: Reach, prober: Prober): Promise<StructuredMode> {
    const key = keyOf(reach);
    try {
      return await (this.#found.get(key) ?? this.#keep(key, this.#recalled(key, reach, prober)));
    } catch (error) {
      if (!(error instanceof BudgetSpent)) throw error;
      return (await this.#kept(key)) ?? "text";
    }
  }

  /** Probes now, whatever was found before. What is asked for meanwhile waits for the same probe. Rejects with BudgetSpent, too. */
  look(reach: Reach, prober: Prober): Promise<ProbeResult> {
    const key = keyOf(reach);
    const looking = this.#probe(key, reach, prober);
    this.#keep(key, looking.then(modeIn)).catch(() => {}); // whoever looks hears of it
    return looking;
  }

  async #kept(key: string): Promise<StructuredMode | undefined> {
    const kept = await this.#parts.store.getModelMode({ key });
    return MODES.find((mode) => mode === kept);
  }

  async #recalled(key: string, reach: Reach, prober: Prober): Promise<StructuredMode> {
    return (await this.#kept(key)) ?? modeIn(await this.#probe(key, reach, prober));
  }

  async #probe(key: string, reach: Reach, prober: Prober): Promise<ProbeResult> {
    const { probe, store } = this.#parts;
    const result = await probe(reach, prober);
    if (result.ok) await store.saveModelMode({ key, mode: result.mode });
    return result;
  }

  #keep(key: string, finding: Promise<StructuredMode>): Promise<StructuredMode> {
    this.#found.delete(key);
    this.#found.set(key, finding);
    const [oldest] = this.#found.keys();
    if (this.#found.size > MOST_KEPT && oldest !== undefined) this.#found.delete(oldest);
    finding.catch(() => {
      if (this.#found.get(key) === finding) this.#found.delete(key);
    });
    return finding;
  }
}

function modeIn(result: ProbeResult): StructuredMode {
  if (result.ok) return result.mode;
  throw new ModelError(result.kind, result.message);
}

/** Tells settings apart without holding keys in the open. */
export const keyOf = (reach: Reach): string => createHash("sha256").update(JSON.stringify(reach)).digest("base64url");
