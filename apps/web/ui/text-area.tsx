import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

export function TextArea({ className, rows = 2, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      className={classNames(
        "block min-h-[76px] w-full resize-y rounded-card border border-edge bg-surface px-3 py-[9px] focus-visible:border-transparent focus-visible:-outline-offset-1 aria-invalid:border-bad",
        className,
      )}
      {...rest}
    />
  );
}
