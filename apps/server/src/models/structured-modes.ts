import { createHash } from "node:crypto";
import type { ProbeResult, StructuredMode } from "@wayfinder/llm";
import { ModelError } from "@wayfinder/pipeline";
import type { Reach } from "./model-choices.ts";

/** Models kept in mind at once; people's choices are few. */
const MOST_KEPT = 1_000;

/** How each model is best asked for JSON: found out by a probe when it is first used, then kept (PL9). */
export class StructuredModes {
  readonly #probe: (reach: Reach) => Promise<ProbeResult>;
  readonly #found = new Map<string, Promise<ProbeResult>>();

  constructor(probe: (reach: Reach) => Promise<ProbeResult>) {
    this.#probe = probe;
  }

  /** Rejects with ModelError when the model cannot be used; the next call then looks again. */
  async modeOf(reach: Reach): Promise<StructuredMode> {
    const result = await (this.#found.get(keyOf(reach)) ?? this.look(reach));
    if (!result.ok) throw new ModelError(result.kind, result.message);
    return result.mode;
  }

  /** Probes now, whatever was found before. What is asked for meanwhile waits for the same probe. */
  look(reach: Reach): Promise<ProbeResult> {
    const key = keyOf(reach);
    const looking = this.#probe(reach);
    this.#keep(key, looking);
    looking.then(
      (result) => result.ok || this.#forget(key, looking),
      () => this.#forget(key, looking),
    );
    return looking;
  }

  #keep(key: string, looking: Promise<ProbeResult>): void {
    this.#found.delete(key);
    this.#found.set(key, looking);
    const [oldest] = this.#found.keys();
    if (this.#found.size > MOST_KEPT && oldest !== undefined) this.#found.delete(oldest);
  }

  #forget(key: string, looking: Promise<ProbeResult>): void {
    if (this.#found.get(key) === looking) this.#found.delete(key);
  }
}

/** Tells settings apart without holding keys in the open. */
export const keyOf = (reach: Reach): string => createHash("sha256").update(JSON.stringify(reach)).digest("base64url");
