import { Check, type LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { Icon } from "./icon.tsx";

interface ChoiceProps extends Omit<ComponentProps<"input">, "type" | "children"> {
  type: "radio" | "checkbox";
  icon?: LucideIcon;
  children: ReactNode;
}

export function Choice({ icon, children, ...rest }: ChoiceProps) {
  return (
    <label className="group relative inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-card border border-edge bg-surface px-3.5 text-ink-2 hover:bg-hover has-checked:border-ink has-checked:font-[550] has-checked:text-ink has-checked:[box-shadow:inset_0_0_0_1px_var(--ink)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <input className="absolute inset-0 m-0 cursor-pointer opacity-0" {...rest} />
      {icon && <Icon of={icon} size={16} className="text-ink-3 group-has-checked:hidden" />}
      <Icon of={Check} size={16} className="hidden text-ink group-has-checked:block" />
      {children}
    </label>
  );
}
