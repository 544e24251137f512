import { ClusterError, DatabaseUnreachable } from "@wayfinder/store";
import { ConfigError, readConfig, withoutPassword } from "./src/config.ts";
import { createLog } from "./src/log.ts";
import { startServer, type RunningServer } from "./src/server.ts";

/** Exit codes the launcher knows: not to be started again, and a port that somebody else holds. */
const FATAL = 4;
const PORT_TAKEN = 3;

function fail(error: unknown): never {
  if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
    process.stderr.write(`port_taken ${(error as { port?: number }).port ?? ""}\n`);
    process.exit(PORT_TAKEN);
  }
  if (error instanceof DatabaseUnreachable) {
    process.stderr.write(`${error.message}. DATABASE_URL is ${withoutPassword(process.env.DATABASE_URL ?? "not set")}.\n`);
    process.exit(1);
  }
  if (error instanceof ConfigError || error instanceof ClusterError) {
    process.stderr.write(`${error.message}\n`);
    process.exit(FATAL);
  }
  process.stderr.write(
    `The server could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
}

let server: RunningServer | null = null;
let ending: Promise<void> | null = null;

/** Ends once, whoever asks: a signal, or the launcher's death. Asked before the start is over, it ends when it is. */
function end(): void {
  ending ??= starting
    .then(() => server?.stop())
    .then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  server = await startServer(config, createLog(config.log_level), { onLost: () => process.exit(1) });
  process.send?.({ type: "ready", port: server.port });
}

process.on("SIGTERM", end);
process.on("SIGINT", end);
process.on("disconnect", end);
const starting = start();
starting.catch(fail);
