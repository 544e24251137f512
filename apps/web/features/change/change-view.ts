/** What the panel of changes is open for; a concept may have been chosen elsewhere. */
export interface ChangeView {
  readonly mode: "words" | "hand";
  readonly concept_id?: string;
  /** Counts how often it was opened: each time the reader is taken to it. */
  readonly opened: number;
}

/** The elements of the panel and of the button that opens it. */
export const CHANGE_PANEL_ID = "change-panel";
export const CHANGE_BUTTON_ID = "change-button";
