export * from "./event-code.ts";
export * from "./operation-store.ts";
export * from "./record.ts";
export * from "./retry-delay.ts";
export * from "./store.ts";
export * from "./task-patch.ts";
export * from "./worker.ts";
export * from "./workflow.ts";
