export { capabilityOf, type Capability } from "./capability.ts";
export { createModel, modelName, type ModelEnvironment } from "./create-model.ts";
export { createGuardedFetch } from "./guarded-fetch.ts";
export { KNOWN_PROVIDERS, knownProvider, type KnownProvider } from "./known-providers.ts";
export { costOf, parsePrices, type Price, type Prices } from "./price.ts";
export { priceOf } from "./prices.ts";
export { probeModel, type ProbeCall, type ProbeResult } from "./probe-model.ts";
export {
  DEFAULT_TIMEOUTS,
  type CallTimeouts,
  type ProviderKind,
  type ProviderSettings,
  type StructuredMode,
} from "./provider-settings.ts";
export { isPublicAddress } from "./public-address.ts";
export type { ModelSpan, ModelTracer } from "./tracer.ts";
