import type { ReactNode } from "react";

interface ChoiceGroupProps {
  legend: string;
  hint?: ReactNode;
  id?: string;
  describedBy?: string;
  children: ReactNode;
}

export function ChoiceGroup({ legend, hint, id, describedBy, children }: ChoiceGroupProps) {
  return (
    <fieldset className="min-w-0" id={id} tabIndex={id ? -1 : undefined} aria-describedby={describedBy}>
      <legend className="mb-2 font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-2">{children}</div>
      {hint}
    </fieldset>
  );
}
