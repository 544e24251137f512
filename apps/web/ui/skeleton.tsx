import { classNames } from "./class-names.ts";

export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classNames("skeleton block h-3 rounded-[4px] bg-line", className)} />;
}
