import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

export function Panel({ className, ...rest }: ComponentProps<"section">) {
  return <section className={classNames("rounded-panel border border-line bg-surface", className)} {...rest} />;
}
