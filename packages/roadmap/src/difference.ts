export type { Difference } from "@wayfinder/protocol";
