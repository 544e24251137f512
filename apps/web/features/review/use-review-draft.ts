"use client";

import { useEffect, useMemo, useSyncExternalStore } from "react";
import { EMPTY_REVIEW, type ReviewDraft } from "./review-draft.ts";
import { createReviewDraftStore, type ReviewDraftStore } from "./review-draft-store.ts";

const nothing = () => EMPTY_REVIEW;

/** What this browser's person has written at the review of a task; a task that has ended needs none of it any more. */
export function useReviewDraft(
  task_id: string,
  isOver: boolean,
): { readonly draft: ReviewDraft } & Pick<ReviewDraftStore, "change" | "forget"> {
  const store = useMemo(() => createReviewDraftStore(() => window.localStorage, task_id), [task_id]);
  const draft = useSyncExternalStore(store.subscribe, store.get, nothing);
  useEffect(() => {
    if (isOver) store.forget();
  }, [isOver, store]);
  return { draft, change: store.change, forget: store.forget };
}
