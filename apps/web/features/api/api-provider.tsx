"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type Api, createApi } from "@wayfinder/client";
import type { Language } from "@wayfinder/protocol";
import { useLocale } from "next-intl";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { type ApiAddress, apiOrigin } from "./origin.ts";
import { createQueryClient } from "./query-client.ts";

interface ApiContextValue {
  readonly api: Api;
  /** Origin of the API, for the live channel. */
  readonly origin: string;
}

const ApiContext = createContext<ApiContextValue | null>(null);

interface ApiProviderProps extends ApiAddress {
  children: ReactNode;
}

/** Gives the tree below it the API of this page's address and a query cache. */
export function ApiProvider({ apiPort, publicApiUrl, children }: ApiProviderProps) {
  const language = useLocale();
  const value = useMemo(() => connect({ apiPort, publicApiUrl }, language), [apiPort, publicApiUrl, language]);
  const [queries] = useState(createQueryClient);
  return (
    <ApiContext value={value}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </ApiContext>
  );
}

/** The API client and its origin. */
export function useApi(): ApiContextValue {
  const value = useContext(ApiContext);
  if (!value) throw new Error("useApi needs an ApiProvider above it.");
  return value;
}

function connect(address: ApiAddress, language: Language): ApiContextValue {
  // On the server nothing is fetched; the browser's own address decides.
  const origin = typeof window === "undefined" ? address.publicApiUrl : apiOrigin(window.location.hostname, address);
  return { origin, api: createApi({ base_url: origin, fetch: (input, init) => fetch(input, init), language }) };
}
