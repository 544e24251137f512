// Runs `next build` in apps/web (its working directory), and ends with the launcher, however that ends.
import { createRequire } from "node:module";
import { join } from "node:path";

process.on("disconnect", () => process.exit(1));
const program = createRequire(join(process.cwd(), "package.json")).resolve("next/dist/bin/next");
process.argv = [process.execPath, program, "build"];
createRequire(import.meta.url)(program);
