"use client";

import { type RefObject, useEffect } from "react";

/** Room above the stage that is followed, in px. */
const ROOM = 8;

/** Keeps the stage where the work is in view. A person who scrolls away is left alone until the work enters another stage. */
export function useFollow(scroller: RefObject<HTMLElement | null>, stage_id: string | null): void {
  useEffect(() => {
    const box = scroller.current;
    if (!box || stage_id === null || getComputedStyle(box).overflowY !== "auto") return;
    const stage = box.querySelector(`[data-stage="${CSS.escape(stage_id)}"]`);
    if (!stage) return;
    const top = stage.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - ROOM;
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    box.scrollTo({ top, behavior: isCalm ? "instant" : "smooth" });
  }, [scroller, stage_id]);
}
