import { underRecentNode } from "./node-version.mjs";

await underRecentNode();
const { runSuite } = await import("./suite/main.ts");
process.exit(await runSuite(process.argv.slice(2)));
