import { ConfigError, readConfig, type Config } from "../config.ts";
import { launch } from "./launch.ts";

/** The terminal sends Ctrl-C to us and to a shim above us, which passes it on: within this it is one wish. Milliseconds. */
const SAME_SIGNAL_MS = 1_000;

/** How often we look whether npm still lives. Milliseconds. */
const ORPHAN_LOOK_MS = 500;

function config(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Each request as a line of JSON is for machines that keep logs; a person at a terminal gets warnings unless they ask for more. */
function quietForPeople(): NodeJS.ProcessEnv {
  return process.stdout.isTTY && !process.env["LOG_LEVEL"] ? { ...process.env, LOG_LEVEL: "warn" } : process.env;
}

const launched = launch({
  config: config(),
  env: quietForPeople(),
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});

let asked_at: number | undefined;
function end(): void {
  const now = performance.now();
  if (asked_at === undefined) launched.end();
  else if (now - asked_at > SAME_SIGNAL_MS) launched.endNow();
  asked_at ??= now;
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
process.on("disconnect", end);
// npm that is killed cannot pass anything on; started by npm, we are nobody's then, and hold the ports.
const parent = process.ppid;
if (process.env["npm_lifecycle_event"] !== undefined)
  setInterval(() => {
    if (process.ppid !== parent) launched.end();
  }, ORPHAN_LOOK_MS).unref();
process.exit(await launched.exit_code);
