"use client";

import type { ReviewDecision, RoadmapSource } from "@wayfinder/protocol";
import type { Snapshot } from "@wayfinder/protocol/fold";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { ReviewDraft } from "./review-draft.ts";
import { type RevisionMark, revisionMarks } from "./revision-mark.ts";
import { useEdits } from "./use-edits.ts";
import { useReviewDraft } from "./use-review-draft.ts";
import { useReviewFocus } from "./use-review-focus.ts";

/** What a person can do at a review, and what they have done so far. */
export interface Review extends ReturnType<typeof useEdits>, ReturnType<typeof useReviewFocus> {
  readonly draft: ReviewDraft;
  change(part: Partial<ReviewDraft>): void;
  /** The concept whose row is open, if any. */
  readonly open: string | null;
  setOpen(concept_id: string | null): void;
  readonly stages: Snapshot["stages"];
  /** Wishes for changes before this look. */
  readonly round: number;
  /** How concepts came back from the latest wish for changes. */
  readonly marks: ReadonlyMap<string, RevisionMark>;
  /** Whether a model can read what a person writes. */
  readonly readsWords: boolean;
  /** A decision is on its way. */
  decided(decision: ReviewDecision["decision"]): void;
  /** The structure was approved: nothing of the draft is needed any more. */
  forget(): void;
}

const ReviewContext = createContext<Review | null>(null);

interface ReviewProviderProps {
  taskId: string;
  snapshot: Snapshot;
  source: RoadmapSource | undefined;
  children: ReactNode;
}

/** Holds what a person does to a structure while it waits for them, on the map and beside it. */
export function ReviewProvider({ taskId, snapshot, source, children }: ReviewProviderProps) {
  const { status, stages, revision, roadmap_id, version } = snapshot;
  const { draft, change, send, forget } = useReviewDraft(taskId, snapshot);
  const round = revision?.round ?? 0;
  const [open, setOpen] = useState<string | null>(null);
  const edits = useEdits(roadmap_id, version);
  const isAsked = status === "waiting_for_review";
  const focus = useReviewFocus(isAsked, stages);
  const marks = useMemo(() => revisionMarks(revision), [revision]);
  const review: Review = {
    ...edits,
    ...focus,
    draft,
    change,
    open,
    setOpen,
    stages,
    round,
    marks,
    readsWords: source === "model",
    decided(decision) {
      focus.afterDecision();
      // an approval needs none of it any more; a wish that cannot be met is still wanted
      if (decision === "change") send(round + 1);
      setOpen(null);
    },
    forget,
  };
  return <ReviewContext value={isAsked ? review : null}>{children}</ReviewContext>;
}

/** The review that is going on; null when nothing is asked. */
export const useReview = (): Review | null => useContext(ReviewContext);
