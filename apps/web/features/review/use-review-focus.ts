"use client";

import type { OutlineStage } from "@wayfinder/protocol/fold";
import { useEffect, useRef } from "react";
import { LIVE_TITLE_ID } from "./live-title-id.ts";
import { spotOf } from "./outline-edit.ts";
import { neighbourOf } from "./review-focus.ts";

/** The heading of the panel that asks for the review. */
export const REVIEW_TITLE_ID = "review-title";

/** What had the focus is gone, and nobody has put it anywhere else. */
const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

interface Removal {
  readonly concept_id: string;
  readonly next: string | null;
}

/** Takes the focus on where the control that had it goes away: after a decision, and after a removal. */
export function useReviewFocus(isAsked: boolean, stages: readonly OutlineStage[]) {
  const removal = useRef<Removal | null>(null);
  const decided = useRef(false);
  useEffect(() => {
    if (isAsked || !decided.current) return;
    decided.current = false;
    if (isLost()) document.getElementById(LIVE_TITLE_ID)?.focus();
  }, [isAsked]);
  useEffect(() => {
    const gone = removal.current;
    if (!gone || spotOf(stages, gone.concept_id)) return;
    removal.current = null;
    if (isLost()) (rowOf(gone.next) ?? document.getElementById(REVIEW_TITLE_ID))?.focus();
  }, [stages]);
  return {
    afterDecision() {
      decided.current = true;
    },
    afterRemoval(concept_id: string) {
      removal.current = { concept_id, next: neighbourOf(stages, concept_id) };
    },
  };
}

const rowOf = (concept_id: string | null): HTMLElement | null =>
  concept_id === null ? null : document.querySelector<HTMLElement>(`[data-concept="${CSS.escape(concept_id)}"] button`);

/** When a review begins, its heading has the focus, unless somebody is typing, reading or elsewhere on the page. */
export function useFocusOnAsked(): void {
  useEffect(() => {
    const heading = document.getElementById(REVIEW_TITLE_ID);
    const isIdle = isLost() || document.activeElement?.id === LIVE_TITLE_ID;
    if (heading && isIdle && isInView(heading)) heading.focus({ preventScroll: true });
  }, []);
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
