import { CirclePause, CircleX, Lock, type LucideIcon, PenLine, RotateCcw, TriangleAlert } from "lucide-react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

export type State =
  | "done"
  | "known"
  | "review"
  | "next"
  | "ready"
  | "locked"
  | "writing"
  | "busy"
  | "paused"
  | "waiting"
  | "skipped"
  | "failed"
  | "cancelled";

const GLYPHS: Partial<Record<State, LucideIcon>> = {
  review: RotateCcw,
  locked: Lock,
  writing: PenLine,
  failed: TriangleAlert,
  cancelled: CircleX,
  paused: CirclePause,
};

interface StateIconProps {
  state: State;
  size?: 16 | 18;
  className?: string;
}

export function StateIcon({ state, size = 18, className }: StateIconProps) {
  const glyph = GLYPHS[state];
  if (glyph) return <Icon of={glyph} size={size} className={className} />;
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      className={classNames("flex-none", state === "busy" && "spin", className)}
    >
      <Drawing state={state} />
    </svg>
  );
}

function Drawing({ state }: { state: State }) {
  switch (state) {
    case "done":
      return (
        <>
          <circle cx="12" cy="12" r="9.5" fill="currentColor" stroke="none" />
          <path d="m7.8 12.4 2.8 2.8 5.6-5.8" stroke="var(--surface)" strokeWidth="2.2" />
        </>
      );
    case "known":
      return (
        <>
          <circle cx="12" cy="12" r="9" strokeDasharray="3.4 2.6" />
          <path d="m8 12.3 2.7 2.7 5.3-5.5" />
        </>
      );
    case "next":
      return (
        <>
          <circle cx="12" cy="12" r="9.5" />
          <path d="M10 8.2v7.6l6-3.8z" fill="currentColor" stroke="none" />
        </>
      );
    case "busy":
      return <path d="M12 3a9 9 0 1 0 9 9" />;
    case "waiting":
      return <circle cx="12" cy="12" r="9" strokeDasharray=".1 5.55" />;
    case "skipped":
      return (
        <>
          <circle cx="12" cy="12" r="9" />
          <path d="M8 12h8" />
        </>
      );
    default:
      return <circle cx="12" cy="12" r="9" />;
  }
}
