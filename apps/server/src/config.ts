import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { MODEL_SECRETS, MODEL_VARIABLES, modelConfigOf, type ModelConfig } from "./models/model-variables.ts";

const PORTS = "must be a port from 1 to 65535";
const Port = z.coerce.number(PORTS).int(PORTS).min(1, PORTS).max(65_535, PORTS);
const COUNT = "must be a whole number of at least 1";
const DAYS = "must be a number of days from above 0 to 36500";
const HttpUrl = z
  .url({ protocol: /^https?$/, message: "must be an http or https address" })
  .refine((s) => URL.canParse(s) && new URL(s).pathname === "/", "must not have a path")
  .transform((s) => new URL(s).origin);
const PostgresUrl = z.url({ protocol: /^postgres(ql)?$/, message: "must begin with postgres:// or postgresql://" });

/** PostgreSQL does not run as root and cannot pass a 0700 home, so root's data lie where services keep theirs. */
function defaultDataDir(): string {
  return process.getuid?.() === 0 ? "/var/lib/wayfinder/data" : join(homedir(), ".wayfinder");
}

const Environment = z.object({
  WEB_PORT: Port.default(3000),
  API_PORT: Port.default(8000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default(defaultDataDir()),
  DATABASE_URL: PostgresUrl.optional(),
  DATABASE_DIRECT_URL: PostgresUrl.optional(),
  ROLE: z.enum(["all", "api", "worker"]).default("all"),
  PUBLIC_API_URL: HttpUrl.optional(),
  PUBLIC_WEB_URL: HttpUrl.optional(),
  ALLOWED_ORIGINS: z
    .string()
    .transform((s) =>
      s
        .split(",")
        .map((o) => o.trim())
        .filter((o) => o !== ""),
    )
    .pipe(z.array(HttpUrl))
    .optional(),
  /** 10 KiB each, as an idle watcher takes: half of a gibibyte. */
  MAX_SOCKETS: z.coerce.number(COUNT).int(COUNT).min(1, COUNT).default(50_000),
  LOG_RETENTION_DAYS: z.coerce.number(DAYS).positive(DAYS).max(36_500, DAYS).optional(),
  BENCH: z.enum(["0", "1"]).default("0"),
  CATALOGUE_PREVIEW: z.enum(["0", "1"]).default("0"),
  CATALOGUE_DIR: z.string().min(1).optional(),
  OPERATOR_TOKEN: z
    .string()
    .regex(/^[!-~]{16,}$/, "must hold at least 16 characters, none of them a space or outside ASCII")
    .optional(),
  ...MODEL_VARIABLES,
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

/** The names of all variables that are read. */
export const VARIABLES: readonly string[] = Object.keys(Environment.shape);

/** Names and addresses that only this machine reaches. */
export const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "::1"]);

/** The server's configuration: read once, from here. */
export interface Config {
  readonly role: "all" | "api" | "worker";
  readonly host: string;
  readonly api_port: number;
  readonly web_port: number;
  readonly data_dir: string;
  readonly database_url?: string;
  readonly database_direct_url?: string;
  readonly public_api_url: string;
  readonly public_web_url: string;
  readonly allowed_origins: readonly string[];
  /** Watchers one process serves on all transports; more are told to come back later (SD8). */
  readonly max_sockets: number;
  /** Logs of tasks that ended longer ago are removed (LG10); without it they are kept for ever. */
  readonly log_retention_days?: number;
  /** Whether the bench-only route is open; on loopback only. */
  readonly bench: boolean;
  /** Whether concept files are shown while somebody writes them; on loopback only. */
  readonly catalogue_preview: boolean;
  /** The folder with MAP.md and the concept files; without it the built-in one. */
  readonly catalogue_dir?: string;
  /** Opens the figures for those who run the server; without it they are open on loopback only. */
  readonly operator_token?: string;
  readonly models: ModelConfig;
  readonly log_level: string;
}

/** Whether nobody but this machine's people can ask: it listens on loopback, and no proxy brings others to it. */
export function isOnlyHere({ host, public_api_url, public_web_url }: Pick<Config, "host" | "public_api_url" | "public_web_url">) {
  const told = [public_api_url, public_web_url].map((url) => new URL(url).hostname.replace(/^\[|\]$/g, ""));
  return [host, ...told].every((name) => LOOPBACK.has(name));
}

/** A wrong value of the environment: the message names each variable, what it held and what it may hold. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** An address as it may be printed. A password may hold an `@` that nobody encoded: all up to the last one goes. */
export const withoutPassword = (url: string): string => url.replace(/(\/\/[^:/@]*):.*@/s, "$1:***@");

/** Variables whose values no message repeats and no page's process needs. */
export const SECRETS: ReadonlySet<string> = new Set(["OPERATOR_TOKEN", ...MODEL_SECRETS]);

const shown = (name: string, given: Readonly<Record<string, string | undefined>>): string =>
  SECRETS.has(name) ? "***" : withoutPassword(given[name] ?? "");

/** Parses the environment; empty strings count as not set. Throws ConfigError. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((i) => `${String(i.path[0])}=${shown(String(i.path[0]), given)}: ${i.message}`);
    throw new ConfigError(`The environment is not valid.\n  ${lines.join("\n  ")}`);
  }
  const e = parsed.data;
  if (e.WEB_PORT === e.API_PORT) throw new ConfigError(`WEB_PORT and API_PORT are both ${e.API_PORT}; they must differ.`);
  const public_api_url = e.PUBLIC_API_URL ?? `http://localhost:${e.API_PORT}`;
  const public_web_url = e.PUBLIC_WEB_URL ?? `http://localhost:${e.WEB_PORT}`;
  const bench = e.BENCH === "1";
  const catalogue_preview = e.CATALOGUE_PREVIEW === "1";
  if ((bench || catalogue_preview) && !isOnlyHere({ host: e.HOST, public_api_url, public_web_url }))
    throw new ConfigError(
      `${bench ? "BENCH=1 opens a route without sign-in" : "CATALOGUE_PREVIEW=1 shows unfinished files to anybody"}, so HOST, PUBLIC_API_URL and PUBLIC_WEB_URL must be loopback.`,
    );
  const local = [`http://localhost:${e.WEB_PORT}`, `http://127.0.0.1:${e.WEB_PORT}`];
  return {
    role: e.ROLE,
    host: e.HOST,
    api_port: e.API_PORT,
    web_port: e.WEB_PORT,
    data_dir: e.DATA_DIR,
    ...(e.DATABASE_URL === undefined ? {} : { database_url: e.DATABASE_URL }),
    ...(e.DATABASE_DIRECT_URL === undefined ? {} : { database_direct_url: e.DATABASE_DIRECT_URL }),
    public_api_url,
    public_web_url,
    allowed_origins: e.ALLOWED_ORIGINS ?? [...new Set([...local, public_web_url])],
    max_sockets: e.MAX_SOCKETS,
    ...(e.LOG_RETENTION_DAYS === undefined ? {} : { log_retention_days: e.LOG_RETENTION_DAYS }),
    bench,
    catalogue_preview,
    ...(e.CATALOGUE_DIR === undefined ? {} : { catalogue_dir: e.CATALOGUE_DIR }),
    ...(e.OPERATOR_TOKEN === undefined ? {} : { operator_token: e.OPERATOR_TOKEN }),
    models: readModels(e),
    log_level: e.LOG_LEVEL,
  };
}

function readModels(e: Parameters<typeof modelConfigOf>[0]): ModelConfig {
  try {
    return modelConfigOf(e);
  } catch (cause) {
    throw new ConfigError(`The environment is not valid.\n  ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
