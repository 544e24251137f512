import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

export function TextInput({ className, ...rest }: ComponentProps<"input">) {
  return (
    <input
      className={classNames(
        "min-h-11 rounded-card border border-edge bg-surface px-3 py-[9px] focus-visible:border-transparent focus-visible:-outline-offset-1 aria-invalid:border-bad",
        className,
      )}
      {...rest}
    />
  );
}
