"use client";

import type { Snapshot } from "@wayfinder/protocol/fold";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { isFinal } from "#web/features/tasks/is-final.ts";
import { draftAfter, EMPTY_REVIEW, type ReviewDraft } from "./review-draft.ts";
import { createReviewDraftStore, type ReviewDraftStore } from "./review-draft-store.ts";

const nothing = () => EMPTY_REVIEW;

/** What this browser's person has written at the review of a task; a task that has ended needs none of it any more. */
export function useReviewDraft(
  task_id: string,
  { status, revision }: Pick<Snapshot, "status" | "revision">,
): { readonly draft: ReviewDraft } & Pick<ReviewDraftStore, "change" | "send" | "forget"> {
  const store = useMemo(() => createReviewDraftStore(() => window.localStorage, task_id), [task_id]);
  const kept = useSyncExternalStore(store.subscribe, store.get, nothing);
  const draft = draftAfter(kept, revision);
  const isOver = isFinal(status) || (draft === EMPTY_REVIEW && kept !== EMPTY_REVIEW);
  useEffect(() => {
    if (isOver) store.forget();
  }, [isOver, store]);
  return { draft, change: store.change, send: store.send, forget: store.forget };
}
