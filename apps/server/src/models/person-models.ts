import type { SettingsStore } from "@wayfinder/engine";
import { createModel, modelName, probeModel, type CallTimeouts, type ModelTracer } from "@wayfinder/llm";
import { ModelError, type Models } from "@wayfinder/pipeline";
import type { FindChoice, Reach } from "./model-choices.ts";
import type { ModelFetch } from "./model-fetch.ts";
import type { OpenAccount } from "./probe-account.ts";
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

/** The probes of this process, over the network handed in; where no account is, nobody counts what they cost. */
export const probesOver = ({ fetchFor, tracer }: Omit<Parts, "find">, store: ModeStore, open?: OpenAccount): StructuredModes =>
  new StructuredModes({
    store,
    probe(reach, { prober, signal: until }) {
      const environment = { fetch: fetchFor(reach), ...(tracer ? { tracer } : {}) };
      const signal = AbortSignal.any([until, AbortSignal.timeout(PROBE_MS)]);
      return probeModel(reach, { signal, environment, ...(open ? { account: open(prober, signal) } : {}) });
    },
  });

/**
 * The model for a role of a person's task (PL9). The way it is asked for JSON is found out when it is first asked: within a call that is
 * in the books, so that what is wrong with the settings is a failure of that call. The server's model is probed on the server's account.
 */
export const personModels = ({
  find,
  modes,
  fetchFor,
  tracer,
  timeouts = {},
}: Parts & { readonly modes: StructuredModes }): Models => ({
  async modelFor({ user_id, role }) {
    const choice = await find(user_id);
    if (!choice) return null;
    if (choice.own_key === null) throw unreadableKey();
    const reach: Reach = choice.reach(role);
    const own_key = choice.source === "own";
    const prober = { user_id: own_key ? user_id : null, address: null, own_key };
    return {
      name: modelName(reach),
      own_key,
      async ask(request, context) {
        const mode = choice.mode ?? (await modes.modeOf(reach, { prober, signal: context.signal }));
        const environment = { fetch: fetchFor(reach), ...(tracer ? { tracer } : {}) };
        return createModel({ ...reach, mode, timeouts }, environment).ask(request, context);
      },
    };
  },
});

/** The server's secret is another one than when the key was sealed. */
const unreadableKey = (): ModelError =>
  new ModelError(
    "key_refused",
    "Your key can no longer be opened, because the server's secret has changed. Enter it again in Settings.",
  );
