"use client";

import type { ConceptPage, ContentKind } from "@wayfinder/protocol";
import { PenLine } from "lucide-react";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useRunningTasks } from "#web/features/follow-up/use-running-tasks.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { rewrites } from "./unit.ts";

const Placeholder = () => <Skeleton className="my-3 w-1/2" />;
// most readers only read: what rewrites and compares is loaded when somebody wants it
const RewritePanel = dynamic(() => import("./rewrite-panel.tsx").then((m) => m.RewritePanel), { loading: Placeholder });
const FailedUnit = dynamic(() => import("./failed-unit.tsx").then((m) => m.FailedUnit), { loading: Placeholder });

/** Below content: the way to a new version or back to an older one; open while a new one is being written. In the place of content that failed: why, and another try. */
export function ContentTools({ page, kind }: { page: ConceptPage; kind: ContentKind }) {
  const t = useTranslations("rewrite.open");
  const [isOpened, setOpened] = useState(false);
  const unit = { roadmap_id: page.roadmap_id, concept_id: page.concept.concept_id, kind };
  const isUnderWay = useRunningTasks(rewrites(unit)).length > 0;
  const content = { tutorial: page.tutorial.markdown, resources: page.resources.items, quiz: page.quiz.items }[kind];
  if (!content) return page[kind].status === "failed" ? <FailedUnit unit={unit} source={page.source} /> : null;
  return (
    <details className="mt-3" open={isUnderWay} onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary className="inline-flex min-h-11 list-none items-center gap-2 text-13 text-ink-3 hover:text-ink [&::-webkit-details-marker]:hidden">
        <Icon of={PenLine} size={14} />
        {t(kind)}
      </summary>
      {isOpened && <RewritePanel unit={unit} lang={page.language} />}
    </details>
  );
}
