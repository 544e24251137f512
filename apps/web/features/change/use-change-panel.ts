"use client";

import { useEffect, useState } from "react";
import { CHANGE_BUTTON_ID, CHANGE_PANEL_ID, type ChangeView } from "./change-view.ts";

/** Whether the panel of changes is open, and for what; an address that names it opens it. Closing it gives the focus back to its button. */
export function useChangePanel() {
  const [view, setView] = useState<ChangeView | null>(null);
  const open = (part: Omit<ChangeView, "opened">) => setView((before) => ({ ...part, opened: (before?.opened ?? 0) + 1 }));
  useEffect(() => {
    if (window.location.hash === `#${CHANGE_PANEL_ID}`) setView({ mode: "words", opened: 1 });
  }, []);
  const close = () => {
    setView(null);
    document.getElementById(CHANGE_BUTTON_ID)?.focus();
  };
  return { view, open, close, setView };
}
