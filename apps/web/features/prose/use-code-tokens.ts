"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type CodeToken, createHighlighter } from "./highlighter.ts";

const FOREVER = Number.POSITIVE_INFINITY;

/** The lines of a piece of code in coloured pieces; null until they are there, and for a language that has no grammar here. */
export function useCodeTokens(code: string, language: string): CodeToken[][] | null {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ["code", language, code],
    queryFn: async () => {
      const options = { queryKey: ["highlighter"], queryFn: createHighlighter, staleTime: FOREVER, gcTime: FOREVER };
      return (await queries.ensureQueryData(options)).highlight(code, language);
    },
    staleTime: FOREVER,
  });
  return data ?? null;
}
