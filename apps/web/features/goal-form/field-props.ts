import type { Draft } from "./draft.ts";
import type { Field } from "./field.ts";

/** What every group of fields gets. */
export interface FieldsProps {
  readonly draft: Draft;
  readonly ready: boolean;
  readonly change: (part: Partial<Draft>) => void;
  /** The text to show at a field, or undefined when it is right. */
  readonly errorOf: (field: Field) => string | undefined;
}

/** The id of the text that tells what is wrong with a field. */
export const errorId = (field: Field): string => `${field}-error`;

/** The attributes that tie a control to its field: id, and when it is wrong, what says so. */
export function controlProps(field: Field, error: string | undefined, hintId?: string) {
  const described = [hintId, error && errorId(field)].filter(Boolean).join(" ");
  return { id: field, "aria-invalid": error ? true : undefined, "aria-describedby": described || undefined };
}
