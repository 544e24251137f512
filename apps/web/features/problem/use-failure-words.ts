"use client";

import { ApiError, ApiUnreachable } from "@wayfinder/client";
import { useTranslations } from "next-intl";
import { problemWords } from "./problem-words.ts";

/** Words for why something asked of the server did not work: refused, not reached, or a fault of this page. */
export function useFailureWords(): (error: Error) => string {
  const t = useTranslations("problems");
  return (error) => {
    if (error instanceof ApiError) return problemWords(t, error.problem);
    return t(error instanceof ApiUnreachable ? "unreachable" : "unforeseen");
  };
}
