import { createGuardedFetch } from "@wayfinder/llm";
import type { Reach } from "./model-choices.ts";

/** The network for a model: one set of connections to public addresses, one that may also reach private ones. */
export type ModelFetch = (reach: Pick<Reach, "allow_private">) => typeof fetch;

/** Guarded fetches shared by all models of this process. */
export function modelFetches(): ModelFetch {
  const [open, guarded] = [createGuardedFetch({ allow_private: true }), createGuardedFetch({ allow_private: false })];
  return ({ allow_private }) => (allow_private === true ? open : guarded);
}
