import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface StatusBarProps {
  tone?: "quiet" | "warn";
  icon: ReactNode;
  action?: ReactNode;
  className?: string;
  children: ReactNode;
}

export function StatusBar({ tone = "quiet", icon, action, className, children }: StatusBarProps) {
  return (
    <div
      role={tone === "warn" ? "alert" : "status"}
      className={classNames(
        "flex min-h-14 flex-wrap items-center gap-x-2.5 gap-y-1 py-1.5 pr-2 pl-5 text-13",
        tone === "warn" ? "bg-warn-soft text-warn" : "bg-sunken text-ink-2",
        className,
      )}
    >
      {icon}
      <p className="min-w-0 flex-1">{children}</p>
      {action}
    </div>
  );
}
