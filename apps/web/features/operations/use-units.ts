"use client";

import { useFormatter } from "next-intl";

const BYTES_PER_MB = 1_000_000;
const MS_PER_S = 1_000;

/** Writes figures with their units in the page's language. */
export function useUnits() {
  const format = useFormatter();
  const unit = (value: number, name: string, digits: number) =>
    format.number(value, { style: "unit", unit: name, maximumFractionDigits: digits });
  return {
    count: (value: number) => format.number(value, { maximumFractionDigits: 0 }),
    rate: (value: number) => format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 }),
    seconds: (value: number) => unit(value * MS_PER_S, "millisecond", value * MS_PER_S < 10 ? 1 : 0),
    bytes: (value: number) => unit(value / BYTES_PER_MB, "megabyte", value < 10 * BYTES_PER_MB ? 1 : 0),
  };
}
