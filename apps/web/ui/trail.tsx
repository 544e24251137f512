import type { CSSProperties } from "react";
import { classNames } from "./class-names.ts";

interface TrailProps {
  percent: number;
  label?: string;
  ground?: "paper" | "surface" | "accent-soft";
  className?: string;
}

export function Trail({ percent, label, ground = "paper", className }: TrailProps) {
  const style = { "--p": `${Math.min(100, Math.max(0, percent))}%`, "--ground": `var(--${ground})` } as CSSProperties;
  const meaning = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <div className={classNames("trail", className)} style={style} {...meaning}>
      {percent < 100 && <b />}
    </div>
  );
}
