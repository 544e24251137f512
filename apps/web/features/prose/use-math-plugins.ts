"use client";

import { useQuery } from "@tanstack/react-query";

/** What sets formulas, once it is loaded; undefined until then and for a text without any. */
export function useMathPlugins(isNeeded: boolean) {
  const { data } = useQuery({
    queryKey: ["math"],
    queryFn: async () => (await import("./math-plugins.ts")).mathPlugins,
    enabled: isNeeded,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    // It comes with the page's own files, not from the API.
    networkMode: "always",
  });
  return isNeeded ? data : undefined;
}
