"use client";

import type { Roadmap, Task } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { conceptsOf } from "./concept-progress.ts";
import type { Purpose } from "./purpose.ts";

interface Named {
  readonly purpose: Purpose | null;
  /** Undefined while it is being read. */
  readonly roadmap: Roadmap | undefined;
  readonly task: Pick<Task, "goal"> | undefined;
}

/** What a later task is for, in a line; null for one that makes a whole roadmap. */
export function usePurposeTitle({ purpose, roadmap, task }: Named): string | null {
  const t = useTranslations("live.purpose");
  if (purpose === null) return null;
  const title = roadmap?.title ?? task?.goal ?? "…";
  switch (purpose.kind) {
    case "rewrite": {
      const named = conceptsOf(roadmap?.stages ?? []).find(({ concept_id }) => concept_id === purpose.concept_id);
      return t(purpose.content, { concept: named?.name.replaceAll("`", "") ?? "…" });
    }
    case "change":
      return purpose.words === undefined ? t("change_of", { roadmap: title }) : t("change", { words: purpose.words });
    case "missing":
    case "new":
      return t(purpose.kind, { roadmap: title });
  }
}
