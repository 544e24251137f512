import { classNames } from "#web/ui/class-names.ts";
import type { State } from "#web/ui/state-icon.tsx";

/** How a row of a concept stands out: chosen by a person, or needed by the chosen one. */
export type RowMark = "chosen" | "needed";

const SHAPE =
  "grid w-full grid-cols-[18px_minmax(0,1fr)_auto] items-center gap-3 rounded-row px-3 py-2 text-left leading-[22px] no-underline";

const LOOKS: Record<State, string> = {
  done: "text-ink-2 [&_svg]:text-done",
  known: "text-ink-2 [&_svg]:text-done",
  review: "[&_svg]:text-warn [&_.note]:text-warn",
  next: "bg-accent font-[550] text-on-accent [&_.note]:text-inherit",
  ready: "[&_svg]:text-ink-2 [&_.note]:text-ink-2",
  locked: "text-ink-3",
  writing: "bg-accent-soft font-[550] text-accent-ink [&_.note]:text-inherit",
  busy: "bg-accent-soft font-[550] text-accent-ink [&_.note]:text-inherit",
  paused: "text-ink-2",
  waiting: "text-ink-3",
  skipped: "text-ink-3",
  failed: "[&_svg]:text-bad [&_.note]:text-bad",
  cancelled: "text-ink-3",
};

const MARKS: Record<RowMark, string> = {
  chosen: "bg-hover text-ink inset-ring-2 inset-ring-accent [&_.note]:text-inherit",
  needed: "bg-accent-soft text-accent-ink [&_.note]:text-inherit [&_svg]:text-inherit",
};

interface RowLook {
  readonly state: State;
  readonly mark?: RowMark | undefined;
  /** Something happens on a press. */
  readonly active?: boolean;
}

/** The classes of a concept's row; `state` fills it, a mark stands above it except on the next row, which stays filled. */
export function rowLook({ state, mark, active = false }: RowLook, className = "min-h-11"): string {
  const hover = state === "next" ? "hover:bg-accent-hi" : "hover:bg-hover";
  const look = mark && state !== "next" ? MARKS[mark] : LOOKS[state];
  return classNames(
    SHAPE,
    className,
    active && hover,
    look,
    state === "next" && mark === "chosen" && "outline-2 outline-offset-1 outline-accent",
  );
}
