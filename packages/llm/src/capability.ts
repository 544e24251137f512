import type { StructuredMode } from "./provider-settings.ts";

/** Which ways of asking for JSON are worth trying, best first, and where that is written. */
export interface Capability {
  readonly modes: readonly StructuredMode[];
  /** Host and path of the page that says so. */
  readonly source: string;
  /** When the page was read, or last known to say so: YYYY-MM. */
  readonly checked: string;
}

const ALL: readonly StructuredMode[] = ["json_schema", "json_object", "tool", "text"];

/** By provider id; the probe decides for the model at hand, this only says where to begin (PL9). */
const BY_PROVIDER: Readonly<Record<string, Capability>> = {
  openai: { modes: ALL, source: "developers.openai.com/api/docs/guides/structured-outputs", checked: "2026-11" },
  // JSON output and tool calls are documented, a schema for the answer is not; unknown response formats are refused with 400.
  deepseek: {
    modes: ["json_object", "tool", "text"],
    source: "api-docs.deepseek.com/guides/json_mode",
    checked: "2026-08",
  },
  // The schema is honoured by newer models only; older ones take JSON mode.
  qwen: { modes: ALL, source: "help.aliyun.com/zh/model-studio/json-mode", checked: "2026-05" },
  "qwen-intl": { modes: ALL, source: "alibabacloud.com/help/en/model-studio/json-mode", checked: "2026-05" },
  // Depends on the upstream that is chosen.
  openrouter: { modes: ALL, source: "openrouter.ai/docs/features/structured-outputs", checked: "2026-11" },
  ollama: { modes: ALL, source: "docs.ollama.com/api/openai-compatibility", checked: "2026-11" },
  // Takes json_schema and text; json_object is refused.
  lmstudio: {
    modes: ["json_schema", "tool", "text"],
    source: "lmstudio.ai/docs/app/api/structured-output",
    checked: "2026-11",
  },
  vllm: { modes: ALL, source: "docs.vllm.ai/en/latest/features/structured_outputs", checked: "2026-11" },
  // There is no JSON mode without a schema.
  anthropic: {
    modes: ["json_schema", "tool", "text"],
    source: "platform.claude.com/docs/en/build-with-claude/structured-outputs",
    checked: "2026-11",
  },
  google: { modes: ALL, source: "ai.google.dev/gemini-api/docs/structured-output", checked: "2026-11" },
};

/** A server we do not know: everything is worth a try. */
const UNKNOWN: Capability = { modes: ALL, source: "", checked: "" };

/** What is known about the provider of that id. */
export function capabilityOf(provider_id: string): Capability {
  return BY_PROVIDER[provider_id] ?? UNKNOWN;
}
