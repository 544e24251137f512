import type { ModelRoleName, ModelSettings, ModelSettingsRequest } from "@wayfinder/protocol";

/** The roles in the order in which a roadmap needs them. */
export const ROLES = [
  "analyst",
  "architect",
  "critic",
  "editor",
  "writer",
  "researcher",
  "examiner",
  "tutor",
] as const satisfies readonly ModelRoleName[];

/** The form of the model as it is typed; empty means not said. */
export interface ModelDraft {
  readonly provider: string;
  readonly model: string;
  readonly key: string;
  readonly roles: Readonly<Partial<Record<ModelRoleName, string>>>;
}

/** The form as the kept settings fill it: only a model of one's own is taken over, the instance's is not one's to change. */
export function draftOf({ source, provider, model, roles, providers }: ModelSettings): ModelDraft {
  const first = providers[0]?.id ?? "";
  if (source !== "own") return { provider: first, model: "", key: "", roles: {} };
  return { provider: provider ?? first, model: model ?? "", key: "", roles };
}

/** What is sent of the form: trimmed, empty roles and an empty key left out. */
export function requestOf({ provider, model, key, roles }: ModelDraft): ModelSettingsRequest {
  const named = Object.entries(roles).flatMap(([role, name]) => (name.trim() === "" ? [] : [[role, name.trim()] as const]));
  return {
    provider,
    model: model.trim(),
    roles: Object.fromEntries(named),
    ...(key.trim() === "" ? {} : { key: key.trim() }),
  };
}

/** A field of the form that something is wrong with. */
export type ModelField = "provider" | "model" | "key";

/** The shortest key the server takes, characters. */
const SHORTEST_KEY = 8;

/** What is missing before it can be sent. A key kept for the same provider stays. */
export function missingFields(draft: ModelDraft, kept: Pick<ModelSettings, "source" | "provider" | "key_hint">): ModelField[] {
  const isKept = kept.source === "own" && kept.provider === draft.provider && kept.key_hint !== null;
  const key = draft.key.trim();
  return [
    ...(draft.provider === "" ? (["provider"] as const) : []),
    ...(draft.model.trim() === "" ? (["model"] as const) : []),
    ...((key === "" ? !isKept : key.length < SHORTEST_KEY) ? (["key"] as const) : []),
  ];
}
