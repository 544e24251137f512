import { EMPTY_REVIEW, type ReviewDraft } from "./review-draft.ts";

/** The part of localStorage the store needs; it may throw, as it does where storage is forbidden. */
export type ReviewStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Keeps what a person writes at the review of one task across reloads; without storage it lives as long as the page. */
export interface ReviewDraftStore {
  /** The draft; the same object until the next change. */
  get(): ReviewDraft;
  change(part: Partial<ReviewDraft>): void;
  /** The draft is on its way as the wish of this number; the next word makes it a draft again. */
  send(round: number): void;
  /** The review is decided, or will never be. */
  forget(): void;
  subscribe(listener: () => void): () => void;
}

export function createReviewDraftStore(storage: () => ReviewStorage, task_id: string): ReviewDraftStore {
  const key = `wayfinder_review_${task_id}`;
  const listeners = new Set<() => void>();
  let draft: ReviewDraft | undefined;
  const get = () => (draft ??= parseReviewDraft(attempt(() => storage().getItem(key))));
  const put = (next: ReviewDraft) => {
    draft = next;
    for (const listener of listeners) listener();
  };
  const keep = (next: ReviewDraft) => {
    attempt(() => storage().setItem(key, JSON.stringify(next)));
    put(next);
  };
  return {
    get,
    change: (part) => keep({ ...get(), ...part, sent: undefined }),
    send: (sent) => keep({ ...get(), sent }),
    forget() {
      attempt(() => storage().removeItem(key));
      if (get() !== EMPTY_REVIEW) put(EMPTY_REVIEW);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Reads a kept draft; what is missing or of another shape is as before the first word. */
export function parseReviewDraft(text: string | null): ReviewDraft {
  if (text === null) return EMPTY_REVIEW;
  const kept = record(attempt((): unknown => JSON.parse(text)));
  const words = (name: keyof ReviewDraft) =>
    Object.fromEntries(Object.entries(record(kept[name])).filter((entry): entry is [string, string] => isText(entry[1])));
  return {
    feedback: isText(kept["feedback"]) ? kept["feedback"] : "",
    answers: words("answers"),
    comments: words("comments"),
    ...(typeof kept["sent"] === "number" ? { sent: kept["sent"] } : {}),
  };
}

const isText = (value: unknown): value is string => typeof value === "string";

const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
