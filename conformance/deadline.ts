import { Unmet } from "./expectation.ts";

/** The longest that a server may leave an answer, a message or a close owing. Milliseconds. */
const PATIENCE_MS = 15_000;

/** The promise's value, or `Unmet` naming what was waited for after `ms`. */
export async function within<T>(what: string, promise: Promise<T>, ms: number = PATIENCE_MS): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Unmet(`waited ${ms} ms in vain for ${what}`)), ms);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
