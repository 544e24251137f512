"use client";

import type { RoadmapSource } from "@wayfinder/protocol";
import type { Snapshot } from "@wayfinder/protocol/fold";
import { createContext, type ReactNode, useContext, useState } from "react";
import { EMPTY_REVIEW, type ReviewDraft } from "./review-draft.ts";
import { useEdits } from "./use-edits.ts";

interface Review extends ReturnType<typeof useEdits> {
  readonly draft: ReviewDraft;
  change(part: Partial<ReviewDraft>): void;
  /** The concept whose row is open, if any. */
  readonly open: string | null;
  setOpen(concept_id: string | null): void;
  readonly stages: Snapshot["stages"];
  /** Whether a model can read what a person writes. */
  readonly readsWords: boolean;
  forget(): void;
}

const ReviewContext = createContext<Review | null>(null);

interface ReviewProviderProps {
  snapshot: Snapshot;
  source: RoadmapSource | undefined;
  children: ReactNode;
}

/** Holds what a person does to a structure while it waits for them, on the map and beside it. */
export function ReviewProvider({ snapshot, source, children }: ReviewProviderProps) {
  const [draft, setDraft] = useState(EMPTY_REVIEW);
  const [open, setOpen] = useState<string | null>(null);
  const edits = useEdits(snapshot.roadmap_id, snapshot.version);
  const isAsked = snapshot.status === "waiting_for_review";
  const review: Review = {
    ...edits,
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    open,
    setOpen,
    stages: snapshot.stages,
    readsWords: source === "model",
    forget: () => {
      setDraft(EMPTY_REVIEW);
      setOpen(null);
    },
  };
  return <ReviewContext value={isAsked ? review : null}>{children}</ReviewContext>;
}

/** The review that is going on; null when nothing is asked. */
export const useReview = (): Review | null => useContext(ReviewContext);
