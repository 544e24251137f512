"use client";

import { useQuery } from "@tanstack/react-query";
import type { Task } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { useApi } from "#web/features/api/api-provider.tsx";
import { langOfWords } from "#web/i18n/language.ts";

/** What a later task was asked for: the part that is written anew, and the person's own words. Nothing for a task that makes a roadmap. */
export function TaskAbout({ task }: { task: Task }) {
  const t = useTranslations("tasks.about");
  const { words, concept_id, content } = task.about ?? {};
  const concept = useConceptName(task, concept_id);
  const part = content && concept !== undefined ? t(content, { concept }) : undefined;
  if (part === undefined && words === undefined) return null;
  return (
    <p className="mt-0.5 line-clamp-2 text-15 break-words text-ink-2">
      {part !== undefined && <span>{words === undefined ? part : t("wish", { part })}</span>}
      {words !== undefined && <span lang={langOfWords(words)}>{words}</span>}
    </p>
  );
}

/** A concept's name in its roadmap; undefined while that is read, or once it is gone. */
function useConceptName({ roadmap_id }: Task, concept_id: string | undefined): string | undefined {
  const { api } = useApi();
  const { data: roadmap } = useQuery({
    queryKey: ["roadmap", roadmap_id],
    queryFn: () => api.roadmap(roadmap_id ?? ""),
    enabled: roadmap_id !== null && concept_id !== undefined,
  });
  const concepts = roadmap?.stages.flatMap((stage) => stage.modules.flatMap((module) => module.concepts));
  return concepts?.find((concept) => concept.concept_id === concept_id)?.name.replaceAll("`", "");
}
