import { underRecentNode } from "./node-version.mjs";

await underRecentNode();
await import("./faults/planted.ts");
