// Writes the JSON Schemas for editors: `node packages/catalogue/schema.ts`. A test holds them equal to the format's own schemas.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { schemaFiles } from "./src/format/schema-files.ts";

const dir = join(import.meta.dirname, "schema");
mkdirSync(dir, { recursive: true });
for (const [name, text] of Object.entries(schemaFiles())) {
  writeFileSync(join(dir, name), text);
  process.stdout.write(`wrote schema/${name}\n`);
}
