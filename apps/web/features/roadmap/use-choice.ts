"use client";

import { useEffect, useMemo, useRef, useState } from "react";

/** How long the pointer rests on a row before it is previewed, in ms: crossing the map should not flicker. */
const HOVER_MS = 120;

/** Which concept of the map is looked at. */
export interface Choice {
  /** Focused or pressed; it stays. */
  readonly pinned: string | null;
  /** The one pointed at, else the pinned one. */
  readonly shown: string | null;
  pin(id: string): void;
  clear(): void;
  point(id: string): void;
  leave(): void;
}

/** A choice on the map. The pointer previews, focus pins, and a new focus ends a preview. */
export function useChoice(): Choice {
  const [pinned, setPinned] = useState<string | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(() => {
    const hover = (id: string | null) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setHovered(id), HOVER_MS);
    };
    return {
      pinned,
      shown: hovered ?? pinned,
      pin(id) {
        clearTimeout(timer.current);
        setHovered(null);
        setPinned(id);
      },
      clear() {
        clearTimeout(timer.current);
        setHovered(null);
        setPinned(null);
      },
      point: hover,
      leave: () => hover(null),
    };
  }, [pinned, hovered]);
}
