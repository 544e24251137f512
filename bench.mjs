import { underRecentNode } from "./node-version.mjs";

await underRecentNode();
await import("./bench/first-light.ts");
