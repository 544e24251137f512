"use client";

import { type RefObject, useEffect } from "react";
import { followTop } from "./follow.ts";

/** Keeps the concept where the work is in view; null when there is none to follow. */
export function useFollow(scroller: RefObject<HTMLElement | null>, concept_id: string | null): void {
  useEffect(() => {
    const box = scroller.current;
    // On small screens the page scrolls, and that belongs to the person.
    if (!box || concept_id === null || getComputedStyle(box).overflowY !== "auto") return;
    const row = box.querySelector(`[data-concept="${CSS.escape(concept_id)}"]`);
    const stage = row?.closest("[data-stage]");
    if (!row || !stage) return;
    const topOf = (element: Element) => element.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    const { scrollTop, clientHeight } = box;
    const rowHeight = row.getBoundingClientRect().height;
    const top = followTop({ scrollTop, height: clientHeight, stageTop: topOf(stage), rowTop: topOf(row), rowHeight });
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (top !== null) box.scrollTo({ top, behavior: isCalm ? "instant" : "smooth" });
  }, [scroller, concept_id]);
}
