"use client";

import type { FieldError } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { fieldWords } from "#web/features/problem/problem-words.ts";
import type { Draft } from "./draft.ts";
import { type Field, FIELDS, wrongFields } from "./field.ts";

/** Which fields are marked wrong, their texts, and the way to the first of them. */
export function useFieldErrors() {
  const t = useTranslations("form.errors");
  const texts = useTranslations("problems");
  const [wrong, setWrong] = useState<readonly Field[]>([]);
  const [refused, setRefused] = useState<readonly FieldError[]>([]);
  const mark = (fields: readonly Field[], errors: readonly FieldError[] = []) => {
    setWrong(fields);
    setRefused(errors);
    const first = fields[0];
    // The mark must be in the page before the focus reads it out.
    if (first) requestAnimationFrame(() => document.getElementById(first)?.focus());
  };
  return {
    count: wrong.length,
    /** Marks fields wrong and goes to the first; `errors` are the refusal's, if it was one. */
    mark,
    /** Takes the mark from the fields a change touches. */
    touch: (part: Partial<Draft>) => {
      const names = new Set<string>([...Object.keys(part), ...("finish" in part ? ["deadline"] : [])]);
      if (wrong.some((field) => names.has(field))) setWrong(wrong.filter((field) => !names.has(field)));
    },
    errorOf: (field: Field) => {
      if (!wrong.includes(field)) return undefined;
      const error = refused.find(({ path }) => path.split(".")[0] === field);
      return (error && fieldWords(texts, error)) ?? t(field);
    },
    check: (draft: Draft, today: string): boolean => {
      const found = wrongFields(draft, today);
      mark(FIELDS.filter((field) => found.includes(field)));
      return found.length === 0;
    },
  };
}
