import { SECRETS } from "../config.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Next.js builds and serves only with these values; no page asks a stranger for anything. */
const PRODUCTION = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;

/** What the API process inherits: everything. */
export const apiEnvironment = (env: Environment): NodeJS.ProcessEnv => ({ ...env, ...PRODUCTION });

/** What the pages' process inherits: all but keys and secrets, which it has no use for. */
export const webEnvironment = (env: Environment): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(env).filter(([name]) => !SECRETS.has(name))),
  ...PRODUCTION,
});
