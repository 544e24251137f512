import type { ProviderKind, ProviderSettings } from "./provider-settings.ts";

/** A provider a person can choose on the settings page. */
export interface KnownProvider {
  readonly id: string;
  readonly name: string;
  readonly kind: ProviderKind;
  /** Default base URL. Users may bring a key only where `fixed_host` is true. */
  readonly base_url: string;
  /** Whether the base URL is the provider's one public address; false where everybody runs their own server. */
  readonly fixed_host: boolean;
  readonly needs_key: boolean;
  /** Suggestions; any other name the provider knows may be written. Empty where it depends on what is installed. */
  readonly models: readonly string[];
  /** Host of the page where keys are made; null where none are needed. */
  readonly key_page_host: string | null;
}

/** Hosts and model names as the providers documented them in November 2026. */
export const KNOWN_PROVIDERS: readonly KnownProvider[] = [
  {
    id: "openai",
    name: "OpenAI",
    kind: "openai-compatible",
    base_url: "https://api.openai.com/v1",
    fixed_host: true,
    needs_key: true,
    models: ["gpt-6-sol", "gpt-6-luna", "gpt-6-astra"],
    key_page_host: "platform.openai.com",
  },
  {
    id: "deepseek",
    name: "DeepSeek",
    kind: "openai-compatible",
    base_url: "https://api.deepseek.com/v1",
    fixed_host: true,
    needs_key: true,
    models: ["deepseek-flash", "deepseek-v4-pro"],
    key_page_host: "platform.deepseek.com",
  },
  {
    id: "qwen",
    name: "Qwen (DashScope)",
    kind: "openai-compatible",
    base_url: "https://dashscope.aliyuncs.com/compatible-mode/v1",
    fixed_host: true,
    needs_key: true,
    models: ["qwen-plus", "qwen-flash", "qwen3-max"],
    key_page_host: "bailian.console.aliyun.com",
  },
  {
    id: "qwen-intl",
    name: "Qwen (Model Studio, international)",
    kind: "openai-compatible",
    base_url: "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
    fixed_host: true,
    needs_key: true,
    models: ["qwen-plus", "qwen-flash", "qwen3-max"],
    key_page_host: "modelstudio.console.alibabacloud.com",
  },
  {
    id: "openrouter",
    name: "OpenRouter",
    kind: "openai-compatible",
    base_url: "https://openrouter.ai/api/v1",
    fixed_host: true,
    needs_key: true,
    models: ["anthropic/claude-sonnet-5.5", "openai/gpt-6-luna"],
    key_page_host: "openrouter.ai",
  },
  {
    id: "anthropic",
    name: "Anthropic",
    kind: "anthropic",
    base_url: "https://api.anthropic.com/v1",
    fixed_host: true,
    needs_key: true,
    models: ["claude-sonnet-5-5", "claude-haiku-5-5", "claude-opus-5-5"],
    key_page_host: "platform.claude.com",
  },
  {
    id: "google",
    name: "Google Gemini",
    kind: "google",
    base_url: "https://generativelanguage.googleapis.com/v1beta",
    fixed_host: true,
    needs_key: true,
    models: ["gemini-3.8-flash", "gemini-2.5-flash"],
    key_page_host: "aistudio.google.com",
  },
  {
    id: "ollama",
    name: "Ollama",
    kind: "openai-compatible",
    base_url: "http://127.0.0.1:11434/v1",
    fixed_host: false,
    needs_key: false,
    models: [],
    key_page_host: null,
  },
  {
    id: "lmstudio",
    name: "LM Studio",
    kind: "openai-compatible",
    base_url: "http://127.0.0.1:1234/v1",
    fixed_host: false,
    needs_key: false,
    models: [],
    key_page_host: null,
  },
  {
    id: "vllm",
    name: "vLLM",
    kind: "openai-compatible",
    base_url: "http://127.0.0.1:8000/v1",
    fixed_host: false,
    needs_key: false,
    models: [],
    key_page_host: null,
  },
];

/** The known provider of that id, or null. */
export function knownProvider(id: string): KnownProvider | null {
  return KNOWN_PROVIDERS.find((provider) => provider.id === id) ?? null;
}

const DEFAULT_OF_KIND: Record<ProviderKind, string> = {
  "openai-compatible": "openai",
  anthropic: "anthropic",
  google: "google",
};

/** The base URL that settings lead to, without a slash at its end. */
export function baseUrlOf(settings: Pick<ProviderSettings, "provider" | "provider_id" | "base_url">): string {
  const known = knownProvider(settings.provider_id ?? "") ?? knownProvider(DEFAULT_OF_KIND[settings.provider]);
  return (settings.base_url ?? known?.base_url ?? "").replace(/\/+$/, "");
}

/** The provider's id as it stands in `Model.name`, in spans and in the price table. */
export function providerIdOf(settings: Pick<ProviderSettings, "provider" | "provider_id" | "base_url">): string {
  if (settings.provider_id !== undefined) return settings.provider_id;
  const base_url = baseUrlOf(settings);
  const known = KNOWN_PROVIDERS.find((provider) => hostOf(provider.base_url) === hostOf(base_url));
  return known?.id ?? settings.provider;
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
