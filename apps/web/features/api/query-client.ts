import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "@wayfinder/client";

/** Tries after a failure that may pass: no connection or a 5xx. What the server has refused is not asked again. */
const RETRIES = 2;

/** A query cache with the manners of this application. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < RETRIES && !(error instanceof ApiError && error.problem.status < 500),
        refetchOnWindowFocus: false,
        // The API is often on this very machine: the browser being offline says nothing about it.
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
}
