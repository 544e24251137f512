"use client";

import { useMutation } from "@tanstack/react-query";
import type { Roadmap, TaskCreated } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useRouter } from "next/navigation";
import { useApi } from "#web/features/api/api-provider.tsx";
import { taskPath } from "#web/features/tasks/paths.ts";
import type { Purpose } from "./purpose.ts";

/** What can be asked for again as it was: a unit anew, or a change in words. */
export type Wish = Extract<Purpose, { kind: "rewrite" | "change" }>;

/** Asks for the same once more, of the roadmap as it is now; another task works on it, on a page of its own. */
export function useAskAgain(wish: Wish, { roadmap_id, version }: Pick<Roadmap, "roadmap_id" | "version">) {
  const { api } = useApi();
  const router = useRouter();
  return useMutation({
    mutationFn: () => {
      const { words } = wish;
      if (wish.kind === "change")
        return api.ask<TaskCreated>(buildPath("changes", { roadmap_id }), { method: "POST", body: { request: words, version } });
      const place = { roadmap_id, concept_id: wish.concept_id, kind: wish.content };
      const body = words === undefined ? {} : { instruction: words };
      return api.ask<TaskCreated>(buildPath("regenerate", place), { method: "POST", body });
    },
    onSuccess: ({ task_id }) => router.push(taskPath(task_id)),
  });
}
