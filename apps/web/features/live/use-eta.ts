"use client";

import type { Snapshot } from "@wayfinder/protocol/fold";
import { useEffect, useState } from "react";
import { partsOf, remainingMs, type Sample } from "./eta.ts";

/** How long the rest may take, in ms: as the server says, else by the pace this page has seen. Null when nobody can tell. */
export function useEta(snapshot: Snapshot): number | null {
  const parts = partsOf(snapshot);
  const done = parts?.done;
  const isAtWork = snapshot.status === "running" && typeof snapshot.paused !== "string";
  const [seen, setSeen] = useState<{ first: Sample; last: Sample } | null>(null);
  useEffect(() => {
    if (done === undefined) return;
    const last = { at: performance.now(), done };
    // A pause is no pace: after it the measuring begins anew.
    setSeen((before) => (isAtWork ? { first: before?.first ?? last, last } : null));
  }, [done, isAtWork]);
  if (!isAtWork) return null;
  if (snapshot.eta_ms !== undefined) return snapshot.eta_ms;
  return seen && parts ? remainingMs(seen.first, seen.last, parts.total) : null;
}
