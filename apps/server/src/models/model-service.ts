import type { CallStore, Limit, SettingsStore } from "@wayfinder/engine";
import { KNOWN_PROVIDERS, type KnownProvider, type ProbeResult } from "@wayfinder/llm";
import type { ConceptRange } from "@wayfinder/pipeline";
import { ProblemError, type CostRange, type ModelSettings, type ModelSettingsRequest, type ModelTest } from "@wayfinder/protocol";
import { estimateCost } from "./cost-estimate.ts";
import type { FindChoice, Reach } from "./model-choices.ts";
import type { ModelConfig } from "./model-variables.ts";
import { BudgetSpent, type Prober } from "./probe-account.ts";
import { settingsRecord } from "./settings-record.ts";
import type { SharedWork } from "./shared-work.ts";
import { keyOf, type StructuredModes } from "./structured-modes.ts";
import { testWords } from "./test-words.ts";

/** The models of this instance and of its people, as the routes see them. */
export interface ModelService {
  /** Whether a person's tasks can use a model: their own, or the instance's. */
  isConfigured(user_id: string | null): Promise<boolean>;
  settings(user_id: string): Promise<ModelSettings>;
  /** Keeps a person's choice; the key is sealed. Throws a ProblemError that names the field. */
  save(user_id: string, request: ModelSettingsRequest): Promise<void>;
  /** Back to the instance's model; the key is forgotten. */
  forget(user_id: string): Promise<void>;
  /** Up to four small calls to the person's model. Throws a ProblemError where a budget has no room for them. The signal says that nobody waits for it. */
  test(asker: Tester, signal: AbortSignal): Promise<ModelTest>;
  /** What a generation may cost with the person's model; null without one. */
  estimate(user_id: string | null, concepts: ConceptRange): Promise<CostRange | null>;
}

/** Who tests a model, and from which network address, hashed. */
interface Tester {
  readonly user_id: string;
  readonly address: string;
}

interface Parts {
  readonly config: ModelConfig;
  readonly store: SettingsStore & Pick<CallStore, "spentToday">;
  readonly find: FindChoice;
  readonly modes: StructuredModes;
  readonly secret: Buffer | null;
  /** A clock that never goes back, ms. */
  readonly now: () => number;
}

/** Providers that a person may bring a key for. */
const CHOICES = KNOWN_PROVIDERS.filter((provider) => provider.fixed_host).map(
  ({ id, name, base_url, key_page_host, models }: KnownProvider) => {
    const { host } = new URL(base_url);
    return { id, name, host, key_page: `https://${key_page_host ?? host}`, models: [...models] };
  },
);
/** A usual roadmap, for the figure on the settings page. */
const USUAL_CONCEPTS = { from: 30, to: 30 };
/** A test is paid for, by the instance where it is its model: a result stands for so long, ms. */
const TEST_STANDS_MS = 15_000;
/** What a person may see of their key. */
const HINT_CHARACTERS = 4;

const NO_MODEL: ModelTest = {
  ok: false,
  message: "No model is configured. Set LLM_MODEL on the server, or bring a key.",
  failure: "no_model",
};
const KEY_UNREADABLE: ModelTest = {
  ok: false,
  message: "Your key can no longer be opened. Enter it again.",
  failure: "key_unreadable",
};
const TIMED_OUT: ModelTest = {
  ok: false,
  message: "The model did not answer in time. Try again, or choose another one.",
  failure: "timed_out",
};

/** The service over what the composition root made. */
export function createModelService({ config, store, find, modes, secret, now }: Parts): ModelService {
  const tested = new Map<string, { readonly at: number; readonly work: SharedWork<ProbeResult> }>();
  const estimate = async (user_id: string | null, concepts: ConceptRange): Promise<CostRange | null> => {
    const choice = await find(user_id);
    return choice && estimateCost(choice, config.prices, concepts);
  };

  /** The same test again within a moment is the same result, whoever asks; but one person's spent budget is not another's. */
  async function test(reach: Reach, prober: Prober, signal: AbortSignal): Promise<ProbeResult> {
    for (const [key, { at }] of tested) if (now() - at > TEST_STANDS_MS) tested.delete(key);
    const key = keyOf(reach);
    const before = tested.get(key)?.work;
    const found = before && !before.isGivenUp ? await before.wait(signal).catch(unlessSpent) : null;
    if (found) return found;
    const work = modes.look(reach, prober);
    const mine = { at: now(), work };
    tested.set(key, mine);
    return work.wait(signal).catch((error: unknown) => {
      if (error instanceof BudgetSpent && tested.get(key) === mine) tested.delete(key);
      throw error;
    });
  }

  return {
    isConfigured: async (user_id) => (await find(user_id)) !== null,
    estimate,

    async settings(user_id) {
      const choice = await find(user_id);
      return {
        source: choice?.source ?? "none",
        provider: choice?.provider ?? null,
        model: choice?.model ?? null,
        roles: { ...choice?.roles },
        key_hint: choice?.own_key?.slice(-HINT_CHARACTERS) ?? null,
        providers: secret === null ? [] : CHOICES,
        search: config.search?.provider ?? "none",
        budget: { task: wholeLimit(config.budgets.task), user_day: wholeLimit(config.budgets.user_day) },
        spent_today: await store.spentToday({ user_id }),
        estimate: choice && estimateCost(choice, config.prices, USUAL_CONCEPTS),
      };
    },

    async save(user_id, request) {
      const before = await store.getModelSettings({ user_id });
      await store.saveModelSettings({ user_id, settings: settingsRecord(request, { secret, user_id, before }) });
    },

    forget: (user_id) => store.deleteModelSettings({ user_id }),

    async test(asker, signal) {
      const choice = await find(asker.user_id);
      if (!choice) return NO_MODEL;
      if (choice.own_key === null) return KEY_UNREADABLE;
      try {
        return testWords(await test(choice.reach(), { ...asker, own_key: choice.source === "own" }, signal));
      } catch (error) {
        if (error instanceof BudgetSpent)
          throw new ProblemError("budget_spent", `${error.message} Test again when there is room.`, { cause: error });
        // nobody is there to read it
        if (signal.aborted) return TIMED_OUT;
        if (!(error instanceof DOMException && error.name === "TimeoutError")) throw error;
        return TIMED_OUT;
      }
    },
  };
}

const unlessSpent = (error: unknown): null => {
  if (error instanceof BudgetSpent) return null;
  throw error;
};

const wholeLimit = (limit: Limit = {}) => ({
  ...(limit.tokens === undefined ? {} : { tokens: Math.floor(limit.tokens) }),
  ...(limit.usd === undefined ? {} : { usd: limit.usd }),
});
