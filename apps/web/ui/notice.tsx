import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import { Trail } from "./trail.tsx";

interface NoticeProps {
  title: string;
  level?: 1 | 2 | 3;
  icon?: LucideIcon;
  role?: "alert" | "status";
  framed?: boolean;
  children?: ReactNode;
  actions?: ReactNode;
}

export function Notice({ title, level = 2, icon, role, framed = false, children, actions }: NoticeProps) {
  const Heading = `h${level}` as const;
  return (
    <div
      role={role}
      className={classNames("w-full", framed && "rounded-panel border border-line bg-surface px-5 py-8 md:px-10 md:py-12")}
    >
      <div className="max-w-[520px]">
        {icon ? (
          <Icon of={icon} size={24} className="mb-3.5 text-ink-3" />
        ) : (
          <Trail percent={0} ground={framed ? "surface" : "paper"} className="mb-5 ml-[7px] w-[180px]" />
        )}
        <Heading className="text-20 tracking-20">{title}</Heading>
        {children && <div className="mt-1.5 text-pretty text-ink-2">{children}</div>}
        {actions && <div className="mt-5 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
