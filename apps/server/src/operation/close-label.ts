import { CLOSE } from "@wayfinder/protocol";

/** Codes of RFC 6455 that a closed socket can show. */
const STANDARD = [1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015];
const KNOWN = new Set<number>([...STANDARD, ...Object.values(CLOSE).map(({ code }) => code)]);

/** A close code as a label: those that have a name, and `other` for whatever else a client may make up. */
export const closeLabel = (code: number): string => (KNOWN.has(code) ? String(code) : "other");
