import { createServer } from "node:http";
import next from "next";
import { readConfig } from "./config.ts";

// The pages as a developer runs them: compiled at each visit, with React's strict mode at work.
const { host, webPort } = readConfig();
process.chdir(import.meta.dirname); // next-intl's plugin looks for its configuration from here
const server = createServer();
const app = next({ dev: true, dir: import.meta.dirname, hostname: host, port: webPort, httpServer: server });
await app.prepare();
const handle = app.getRequestHandler();
server.on("request", (request, response) => void handle(request, response));
server.listen(webPort, host);
process.on("disconnect", () => process.exit(0));
process.on("SIGTERM", () => process.exit(0));
