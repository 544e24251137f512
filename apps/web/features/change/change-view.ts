/** What the panel of changes is open for; a concept may have been chosen elsewhere. */
export interface ChangeView {
  readonly mode: "words" | "hand";
  readonly concept_id?: string;
}

/** The panel's element, for the button that opens it. */
export const CHANGE_PANEL_ID = "change-panel";
