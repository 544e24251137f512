import { classNames } from "./class-names.ts";

export type ButtonLook = "primary" | "plain" | "ghost";

const SHAPE =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-card border px-4 font-medium no-underline transition-colors duration-[120ms] disabled:border-line disabled:bg-sunken disabled:text-ink-3 aria-disabled:cursor-default aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-ink-3";

const LOOKS: Record<ButtonLook, string> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-hi",
  plain: "border-line bg-surface hover:bg-hover",
  ghost: "border-transparent text-ink-2 hover:bg-hover hover:text-ink",
};

export function buttonLook(look: ButtonLook, className?: string): string {
  return classNames(SHAPE, LOOKS[look], className);
}
