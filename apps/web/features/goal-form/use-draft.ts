"use client";

import { useState, useSyncExternalStore } from "react";
import type { Draft } from "./draft.ts";
import { createDraftStore, type DraftStore, serverDraft } from "./draft-store.ts";
import { randomKey } from "./submission.ts";

const never = () => () => {};

export interface DraftHandle {
  readonly draft: Draft;
  readonly store: DraftStore;
  /** False until the browser's storage has been read; what is typed before would be lost. */
  readonly ready: boolean;
}

/** The draft of this browser. */
export function useDraft(): DraftHandle {
  const [store] = useState(() => createDraftStore(() => window.localStorage, randomKey));
  const draft = useSyncExternalStore(store.subscribe, store.get, serverDraft);
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return { draft, store, ready };
}
