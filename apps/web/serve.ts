import { createServer, type Server } from "node:http";
import next from "next";
import { readConfig, type WebConfig } from "./config.ts";

/** Open connections get this long to finish before they are cut, in milliseconds; the launcher allows 2 s for the whole end. */
const GRACE_MS = 1_000;
/** Exit code that tells the launcher to name who holds the port. */
const PORT_TAKEN = 3;

const { host, webPort } = configure();

const app = next({ dev: false, dir: import.meta.dirname, hostname: host, port: webPort });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  // Pages get theirs from proxy.ts, which static files do not pass.
  response.setHeader("X-Content-Type-Options", "nosniff");
  void handle(request, response);
});

server.once("error", (error: NodeJS.ErrnoException) => {
  process.stderr.write(error.code === "EADDRINUSE" ? "port_taken\n" : `The web server could not listen: ${error.message}\n`);
  process.exit(error.code === "EADDRINUSE" ? PORT_TAKEN : 1);
});
server.listen(webPort, host, () => process.send?.({ type: "ready" }));

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop(server));
process.on("disconnect", () => stop(server));

function configure(): WebConfig {
  try {
    return readConfig();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

function stop(running: Server): void {
  running.close(() => process.exit(0));
  running.closeIdleConnections();
  setTimeout(() => process.exit(0), GRACE_MS).unref();
}
