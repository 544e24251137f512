"use client";

import { useState } from "react";

/** The last place in the queue, so that a long roadmap that comes at once does not take seconds to appear. */
const LAST_PLACE = 20;

/** For each module, how it comes in: those that arrive together rise one after the other. A module keeps its place for good. */
export function useArrivals(module_ids: readonly string[]): (module_id: string) => { className: string; nth: number } {
  const [places] = useState(() => new Map<string, number>());
  let nth = 0;
  for (const id of module_ids) if (!places.has(id)) places.set(id, Math.min(nth++, LAST_PLACE));
  return (id) => ({ className: "rise", nth: places.get(id) ?? 0 });
}
