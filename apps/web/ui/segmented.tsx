import type { LucideIcon } from "lucide-react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

interface SegmentedProps<V extends string> {
  label: string;
  value: V;
  options: readonly { value: V; label: string; icon?: LucideIcon }[];
  onChange: (value: V) => void;
}

export function Segmented<V extends string>({ label, value, options, onChange }: SegmentedProps<V>) {
  return (
    <div role="group" aria-label={label} className="inline-flex overflow-hidden rounded-card border border-line bg-surface">
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={classNames(
            "flex min-h-11 items-center gap-2 px-3.5 focus-visible:-outline-offset-3",
            option.value === value ? "bg-hover font-[550] text-ink" : "text-ink-2 hover:bg-hover",
          )}
        >
          {option.icon && <Icon of={option.icon} size={16} />}
          {option.label}
        </button>
      ))}
    </div>
  );
}
