import { tmpdir } from "node:os";
import { join } from "node:path";
import { underRecentNode } from "./node-version.mjs";

// `npm run preview [-- concept-id]`: everything as `npm start` runs it, with concept files shown while somebody writes them. On ports and data of its
// own, so that a Wayfinder that is in use is not disturbed; nothing in that data is worth keeping.
await underRecentNode();
const defaults = {
  WEB_PORT: "3100",
  API_PORT: "8100",
  DATA_DIR: join(tmpdir(), `wayfinder-preview-${process.getuid?.() ?? "me"}`),
};
for (const [name, value] of Object.entries(defaults)) process.env[name] ||= value;
process.env["CATALOGUE_PREVIEW"] = "1";

const [concept_id] = process.argv.slice(2);
const page = concept_id === undefined ? "" : `/${encodeURIComponent(concept_id)}`;
process.stdout.write(`Preview  http://localhost:${process.env["WEB_PORT"]}/app/explore/preview${page}  once it says Ready.\n`);
await import("./apps/server/src/launcher/main.ts");
