"use client";

import { useSyncExternalStore } from "react";
import { keepTheme } from "./keep-theme.ts";
import { parseTheme, type Theme } from "./theme.ts";

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

/** The chosen theme, undefined for the system's, and the way to choose one. */
export function useTheme(): readonly [Theme | undefined, (theme: Theme | undefined) => void] {
  const theme = useSyncExternalStore(
    subscribe,
    () => parseTheme(document.documentElement.dataset["theme"]),
    () => undefined,
  );
  return [theme, keepTheme];
}
