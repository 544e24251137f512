"use client";

import { type RefObject, useEffect, useRef } from "react";

/**
 * Gives the focus on when what had it goes away with a change of the task: to what takes its place (`data-takes-focus`), else to the heading.
 * `stand` says how the task stands.
 */
export function useKeptFocus(page: RefObject<HTMLElement | null>, stand: string): void {
  const last = useRef<EventTarget | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      last.current = target;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);
  useEffect(() => {
    const isLost = document.activeElement === document.body && last.current instanceof Node && !last.current.isConnected;
    if (!isLost) return;
    const next = page.current?.querySelector<HTMLElement>("[data-takes-focus]") ?? page.current?.querySelector("h1");
    next?.focus({ preventScroll: true });
  }, [page, stand]);
}
