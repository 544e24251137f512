"use client";

import { useMutation } from "@tanstack/react-query";
import type { ContentKind, TaskCreated } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useApi } from "#web/features/api/api-provider.tsx";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { taskPath } from "#web/features/tasks/paths.ts";
import { Button } from "#web/ui/button.tsx";

interface RetryPartProps {
  roadmap_id: string;
  concept_id: string;
  kind: ContentKind;
  /** What it is, for who hears the buttons one after the other. */
  name: string;
}

/** Writes one part that failed once more. */
export function RetryPart({ name, ...place }: RetryPartProps) {
  const t = useTranslations("live.actions");
  const { api } = useApi();
  const router = useRouter();
  const again = useMutation({
    mutationFn: () => api.ask<TaskCreated>(buildPath("regenerate", place), { method: "POST" }),
    onSuccess: ({ task_id }) => router.push(taskPath(task_id)),
  });
  return (
    <div className="ml-auto flex-none text-right">
      <Button
        look="ghost"
        className="text-13"
        disabled={again.isPending || again.isSuccess}
        aria-label={t("retry_part", { name })}
        onClick={() => again.mutate()}
      >
        {t("retry")}
      </Button>
      {again.error && <ActionError error={again.error} />}
    </div>
  );
}
