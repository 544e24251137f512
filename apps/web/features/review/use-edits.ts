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

/** Edits by hand of a roadmap under review, one at a time. The page shows them when the task's log tells of them. */
export function useEdits(roadmap_id: string | undefined, version: number | undefined) {
  const { api } = useApi();
  const busy = useRef(false);
  const mutation = useMutation({
    mutationFn: ({ patch }: { patch: Patch; version: number }) => {
      if (roadmap_id === undefined || version === undefined) throw new Error("there is no roadmap to edit yet");
      const body: EditRequest = { patch, version };
      return api.ask<Edited>(buildPath("edits", { roadmap_id }), { method: "POST", body });
    },
    onSettled: () => {
      busy.current = false;
    },
  });
  const { data, error, isPending } = mutation;
  const isShown = data === undefined || (version !== undefined && version >= data.roadmap.version);
  const edit = (patch: Patch) => {
    if (busy.current || version === undefined) return;
    busy.current = true;
    mutation.mutate({ patch, version });
  };
  // A refusal of a version that is no longer the present one has been answered by showing the present one.
  return { edit, isBusy: isPending || !isShown, error, repairs: data?.repairs ?? [] };
}
