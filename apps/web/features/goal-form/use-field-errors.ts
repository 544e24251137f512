"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Draft } from "./draft.ts";
import { type Field, FIELDS, wrongFields } from "./field.ts";

/** Which fields are marked wrong, their texts, and the way to the first of them. */
export function useFieldErrors() {
  const t = useTranslations("form.errors");
  const [wrong, setWrong] = useState<readonly Field[]>([]);
  const [isUncovered, setUncovered] = useState(false);
  const mark = (fields: readonly Field[], code?: string) => {
    setWrong(fields);
    setUncovered(code === "goal_not_covered");
    const first = fields[0];
    // The mark must be in the page before the focus reads it out.
    if (first) requestAnimationFrame(() => document.getElementById(first)?.focus());
  };
  return {
    count: wrong.length,
    /** Marks fields wrong and goes to the first; `code` is that of the refusal, if it was one. */
    mark,
    /** Takes the mark from the fields a change touches. */
    touch: (part: Partial<Draft>) => {
      const names = new Set<string>([...Object.keys(part), ...("finish" in part ? ["deadline"] : [])]);
      if (wrong.some((field) => names.has(field))) setWrong(wrong.filter((field) => !names.has(field)));
    },
    errorOf: (field: Field) => {
      if (!wrong.includes(field)) return undefined;
      return t(field === "goal" && isUncovered ? "goal_not_covered" : field);
    },
    check: (draft: Draft, today: string): boolean => {
      const found = wrongFields(draft, today);
      mark(FIELDS.filter((field) => found.includes(field)));
      return found.length === 0;
    },
  };
}
