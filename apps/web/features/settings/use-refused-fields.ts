"use client";

import { ApiError } from "@wayfinder/client";
import { useTranslations } from "next-intl";
import { fieldWords } from "#web/features/problem/problem-words.ts";

/** The fields of the form: a role's is `roles.<role>`. */
const FIELD = /^(?:provider|model|key|roles\.\w+)$/;

/** What the server found wrong with a saved form, in the page's language, by field; empty where it is nothing of a field in sight. */
export function useRefusedFields(error: Error | null): ReadonlyMap<string, string> {
  const t = useTranslations("problems");
  const errors = error instanceof ApiError ? (error.problem.errors ?? []) : [];
  return new Map(
    errors.flatMap((wrong) => {
      const words = FIELD.test(wrong.path) ? fieldWords(t, wrong) : undefined;
      return words === undefined ? [] : [[wrong.path, words] as const];
    }),
  );
}
