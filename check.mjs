import { underRecentNode } from "./node-version.mjs";

await underRecentNode();
const { runCheck } = await import("./check/main.ts");
process.exitCode = (await runCheck()) ? 0 : 1;
