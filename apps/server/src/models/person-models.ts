import type { SettingsStore } from "@wayfinder/engine";
import { createModel, probeModel, type CallTimeouts, type ModelTracer } from "@wayfinder/llm";
import { ModelError, type Models } from "@wayfinder/pipeline";
import type { FindChoice, Reach } from "./model-choices.ts";
import type { ModelFetch } from "./model-fetch.ts";
import { StructuredModes } from "./structured-modes.ts";

interface Parts {
  readonly find: FindChoice;
  readonly fetchFor: ModelFetch;
  readonly tracer?: ModelTracer | undefined;
  /** Limits of a call other than the usual ones; a probe has its own. */
  readonly timeouts?: Partial<CallTimeouts>;
}

type ModeStore = Pick<SettingsStore, "getModelMode" | "saveModelMode">;

/** A probe answers some 100 tokens; local servers may load the model first. */
const PROBE_MS = 150_000;

/** The probes of this process, over the network handed in. */
export const probesOver = ({ fetchFor, tracer }: Omit<Parts, "find">, store: ModeStore): StructuredModes =>
  new StructuredModes({
    store,
    probe(reach) {
      const environment = { fetch: fetchFor(reach), ...(tracer ? { tracer } : {}) };
      return probeModel(reach, { signal: AbortSignal.timeout(PROBE_MS), environment });
    },
  });

/** The model for a role of a person's task (PL9); the way it is asked for JSON is found out at its first use. */
export const personModels = ({
  find,
  modes,
  fetchFor,
  tracer,
  timeouts = {},
}: Parts & { readonly modes: StructuredModes }): Models => ({
  async modelFor({ user_id, role, signal }) {
    const choice = await find(user_id);
    if (!choice) return null;
    if (choice.own_key === null) throw unreadableKey();
    const reach: Reach = choice.reach(role);
    const mode = choice.mode ?? (await unlessAborted(signal, modes.modeOf(reach)));
    return createModel({ ...reach, mode, timeouts }, { fetch: fetchFor(reach), ...(tracer ? { tracer } : {}) });
  },
});

/** Waits no longer than the signal lets it; what is waited for goes on for others. */
function unlessAborted<T>(signal: AbortSignal, what: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const give_up = () => reject(signal.reason as Error);
    if (signal.aborted) give_up();
    signal.addEventListener("abort", give_up, { once: true });
    what.then(resolve, reject).finally(() => signal.removeEventListener("abort", give_up));
  });
}

/** The server's secret is another one than when the key was sealed. */
const unreadableKey = (): ModelError =>
  new ModelError(
    "key_refused",
    "Your key can no longer be opened, because the server's secret has changed. Enter it again in Settings.",
  );
