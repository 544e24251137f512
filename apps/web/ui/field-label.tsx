import type { ReactNode } from "react";

interface FieldLabelProps {
  htmlFor: string;
  note?: string;
  children: ReactNode;
}

export function FieldLabel({ htmlFor, note, children }: FieldLabelProps) {
  return (
    <div className="mb-2 flex flex-wrap items-baseline gap-x-2.5">
      <label htmlFor={htmlFor} className="font-medium">
        {children}
      </label>
      {note && <span className="text-13 text-ink-3">{note}</span>}
    </div>
  );
}
