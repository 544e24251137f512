import { type Draft, draftAfterSubmit, EMPTY_DRAFT, parseDraft } from "./draft.ts";
import { type Submission, submissionOf } from "./submission.ts";

/** The part of localStorage the store needs; it may throw, as it does where storage is forbidden. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const DRAFT_KEY = "wayfinder_draft";
const SUBMISSION_KEY = "wayfinder_submission";

/** Keeps the draft and the key of its last sending across reloads; without storage they live as long as the page. */
export interface DraftStore {
  /** The draft; the same object until the next change. */
  get(): Draft;
  change(part: Partial<Draft>): void;
  /** The idempotency key for sending this body: the same body gets the same key, also after a reload. */
  keyFor(body: string): string;
  /** Tells that the server has taken the goal. */
  finish(): void;
  subscribe(listener: () => void): () => void;
}

export function createDraftStore(storage: () => DraftStorage, makeKey: () => string): DraftStore {
  const listeners = new Set<() => void>();
  let draft: Draft | undefined;
  let submission: Submission | undefined;

  const get = () => (draft ??= parseDraft(attempt(() => storage().getItem(DRAFT_KEY))));
  const put = (next: Draft) => {
    draft = next;
    attempt(() => storage().setItem(DRAFT_KEY, JSON.stringify(next)));
    for (const listener of listeners) listener();
  };
  return {
    get,
    change: (part) => put({ ...get(), ...part }),
    keyFor(body) {
      submission = submissionOf(body, submission ?? attempt(() => storage().getItem(SUBMISSION_KEY)), makeKey);
      attempt(() => storage().setItem(SUBMISSION_KEY, JSON.stringify(submission)));
      return submission.key;
    },
    finish() {
      submission = undefined;
      attempt(() => storage().removeItem(SUBMISSION_KEY));
      put(draftAfterSubmit(get()));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What the server renders, before the browser's storage can be read. */
export const serverDraft = (): Draft => EMPTY_DRAFT;

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
