import type { ReactNode } from "react";

interface SwitchProps {
  id: string;
  checked: boolean;
  label: string;
  hint?: ReactNode;
  onChange: (checked: boolean) => void;
}

export function Switch({ id, checked, label, hint, onChange }: SwitchProps) {
  return (
    <div className="relative flex min-h-11 items-start gap-3">
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative mt-px h-6 w-10 flex-none cursor-pointer appearance-none rounded-full border border-edge bg-sunken before:absolute before:top-[3px] before:left-[3px] before:size-4 before:rounded-full before:bg-edge checked:border-ink checked:bg-ink checked:before:left-[19px] checked:before:bg-paper"
      />
      <div>
        <label htmlFor={id} className="cursor-pointer after:absolute after:inset-0">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-13 text-ink-3">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
