export type { Connection } from "./database.ts";
export { openStore, type OpenStoreOptions } from "./open-store.ts";
