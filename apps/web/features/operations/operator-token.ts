"use client";

import { useSyncExternalStore } from "react";

const KEY = "wayfinder_operator_token";
/** Told within this tab, where the browser itself tells of nothing. */
const CHANGED = "wayfinder-operator-token";

/** The operator's token, which lives as long as this tab; null when there is none, and on the server. */
export const useOperatorToken = (): string | null => useSyncExternalStore(subscribe, read, () => null);

/** Keeps a token, or forgets it; without storage the next reload asks again. */
export function keepOperatorToken(token: string | null): void {
  try {
    if (token === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, token);
  } catch {
    // storage is forbidden here
  }
  window.dispatchEvent(new Event(CHANGED));
}

function read(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}
