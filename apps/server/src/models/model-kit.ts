import type { ModelKit } from "@wayfinder/pipeline";

/** What the model's steps get from this process. No model is configured yet: tasks whose source is a model end with words that say so. */
export const modelKit = (): ModelKit => ({
  models: { modelFor: async () => null },
  priceOf: () => null,
  later(ms, then) {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
});
