"use client";

import { Minus, Plus } from "lucide-react";
import { IconButton } from "./icon-button.tsx";

interface StepperProps {
  id: string;
  value: number | null;
  min: number;
  max: number;
  lessLabel: string;
  moreLabel: string;
  describedBy?: string;
  invalid?: boolean;
  onChange: (value: number | null) => void;
}

export function Stepper({ id, value, min, max, lessLabel, moreLabel, describedBy, invalid, onChange }: StepperProps) {
  const step = (by: number) => onChange(Math.min(max, Math.max(min, Math.round((value ?? min) + by))));
  return (
    <div className="inline-flex items-center rounded-card border border-edge bg-surface has-aria-invalid:border-bad">
      <IconButton icon={Minus} size={16} label={lessLabel} disabled={value !== null && value <= min} onClick={() => step(-1)} />
      <input
        id={id}
        type="number"
        inputMode="decimal"
        step="any"
        min={min}
        max={max}
        value={value ?? ""}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onChange={(event) => onChange(Number.isNaN(event.target.valueAsNumber) ? null : event.target.valueAsNumber)}
        className="bare-number h-11 w-12 rounded-tag bg-transparent text-center font-semibold tabular-nums"
      />
      <IconButton icon={Plus} size={16} label={moreLabel} disabled={value !== null && value >= max} onClick={() => step(1)} />
    </div>
  );
}
