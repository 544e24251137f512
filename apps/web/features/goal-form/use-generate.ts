"use client";

import { useMutation } from "@tanstack/react-query";
import { ApiError } from "@wayfinder/client";
import type { FieldError, GenerateRequest } from "@wayfinder/protocol";
import { useRouter } from "next/navigation";
import { useLayoutEffect, useRef } from "react";
import { useApi } from "#web/features/api/api-provider.tsx";
import { useEnsureSession } from "#web/features/api/use-session.ts";
import type { DraftStore } from "./draft-store.ts";
import { type Field, refusedFields } from "./field.ts";

interface GenerateOptions {
  readonly store: DraftStore;
  readonly onRefused: (fields: readonly Field[], errors: readonly FieldError[]) => void;
}

/** Sends the goal once and goes to its task; a second press while it is on its way does nothing. */
export function useGenerate({ store, onRefused }: GenerateOptions) {
  const { api } = useApi();
  const router = useRouter();
  const ensureSession = useEnsureSession();
  const sending = useRef(false);
  const mutation = useMutation({
    mutationFn: async (request: GenerateRequest) => {
      await ensureSession();
      return api.generate(request, { idempotency_key: store.keyFor(JSON.stringify(request)) });
    },
    onSuccess: ({ task_id }) => {
      store.finish();
      router.push(`/app/tasks/${task_id}`);
    },
    onError: (error) => {
      sending.current = false;
      if (error instanceof ApiError) onRefused(refusedFields(error.problem), error.problem.errors ?? []);
    },
  });
  useTopOnLeave(mutation.isSuccess);
  const send = (request: GenerateRequest) => {
    if (sending.current) return;
    sending.current = true;
    mutation.mutate(request);
  };
  // A sent goal stays sent until the task's page has replaced this one.
  return { send, busy: mutation.isPending || mutation.isSuccess, error: mutation.error, forget: mutation.reset };
}

/** The page that follows begins at its top: the button that leads there stands at the end of a long form. */
function useTopOnLeave(isSent: boolean): void {
  useLayoutEffect(() => {
    if (!isSent) return;
    // as the form goes, and before the next page is drawn, which would grow above whoever stands at its end
    return () => window.scrollTo({ top: 0, behavior: "instant" });
  }, [isSent]);
}
