import { underRecentNode } from "./node-version.mjs";

await underRecentNode();
const { runEvaluation } = await import("./eval/main.ts");
process.exitCode = await runEvaluation(process.argv.slice(2));
