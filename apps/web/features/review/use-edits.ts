"use client";

import { useMutation } from "@tanstack/react-query";
import type { EditRequest, Patch, Roadmap } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useRef } from "react";
import { useApi } from "#web/features/api/api-provider.tsx";

/** The roadmap after an edit, and what had to be mended with it, in words. */
interface Edited {
  readonly roadmap: Roadmap;
  readonly repairs: readonly string[];
}

interface EditOptions {
  /** Where it is made: what came of it is shown there. */
  readonly from: string;
  /** What is said of it once it is done. */
  readonly said: string;
  onDone?(): void;
}

type Edit = EditOptions & { readonly patch: Patch; readonly version: number };

/** Edits by hand of a roadmap under review, one at a time. The page shows them when the task's log tells of them. */
export function useEdits(roadmap_id: string | undefined, version: number | undefined) {
  const { api } = useApi();
  const busy = useRef(false);
  const mutation = useMutation({
    mutationFn: ({ patch, version: known }: Edit) => {
      if (roadmap_id === undefined) throw new Error("there is no roadmap to edit yet");
      const body: EditRequest = { patch, version: known };
      return api.ask<Edited>(buildPath("edits", { roadmap_id }), { method: "POST", body });
    },
    onSettled: () => {
      busy.current = false;
    },
  });
  const { data, error, isPending, variables } = mutation;
  const isShown = data === undefined || (version !== undefined && version >= data.roadmap.version);
  const edit = (patch: Patch, options: EditOptions) => {
    if (busy.current || version === undefined) return;
    busy.current = true;
    mutation.mutate({ ...options, patch, version }, { onSuccess: () => options.onDone?.() });
  };
  const isBusy = isPending || !isShown;
  // A refusal of a version that is no longer the present one has been answered by showing the present one.
  const latest = variables && { from: variables.from, error, said: data && !isBusy ? [variables.said, ...data.repairs] : null };
  return { edit, isBusy, latest };
}
