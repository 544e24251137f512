import { underRecentNode } from "./node-version.mjs";

await underRecentNode();
await import("./apps/server/src/launcher/main.ts");
