import type { CSSProperties } from "react";

interface SliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}

export function Slider({ label, value, min, max, onChange }: SliderProps) {
  const shown = Math.min(max, Math.max(min, value));
  return (
    <input
      type="range"
      aria-label={label}
      min={min}
      max={max}
      value={shown}
      onChange={(event) => onChange(event.target.valueAsNumber)}
      className="slider"
      style={{ "--p": `${((shown - min) / (max - min)) * 100}%` } as CSSProperties}
    />
  );
}
