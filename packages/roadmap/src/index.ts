export * from "./assemble.ts";
export * from "./draft.ts";
export * from "./estimate.ts";
export * from "./graph.ts";
export * from "./schedule.ts";
