import { underRecentNode } from "./node-version.mjs";

await underRecentNode();
await import("./conformance/main.ts");
