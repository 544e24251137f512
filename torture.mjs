import { underRecentNode } from "./node-version.mjs";

await underRecentNode();
await import("./faults/main.ts");
