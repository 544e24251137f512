"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Trail } from "#web/ui/trail.tsx";
import { EstimateResult } from "./estimate-result.tsx";
import type { EstimateView } from "./estimate-view.ts";
import { ModelEstimateResult } from "./model-estimate.tsx";
import { UncoveredGoal } from "./uncovered-goal.tsx";

export interface EstimatePanelProps {
  view: EstimateView;
  draft: { hours: number | null; deadline: string | undefined };
  onRetry: () => void;
  onGoal: (goal: string) => void;
  onDeadline: (day: string) => void;
  /** Has the model plan it instead; undefined where there is no model. */
  onModel: (() => void) | undefined;
}

/** What the goal takes, beside the form while it is filled in. */
export function EstimatePanel({ children, ...panel }: EstimatePanelProps & { children: ReactNode }) {
  const t = useTranslations("estimate");
  return (
    <aside
      aria-labelledby="estimate-title"
      className="border-t border-line pt-7 form:sticky form:top-8 form:self-start form:border-0 form:pt-0"
    >
      <h2 id="estimate-title" className="mb-2 text-13 font-[550] tracking-normal text-ink-2">
        {t("title")}
      </h2>
      <Body {...panel} />
      {children}
    </aside>
  );
}

function Body({ view, draft, onRetry, onGoal, onDeadline, onModel }: EstimatePanelProps) {
  const t = useTranslations("estimate");
  const states = useTranslations("states");
  switch (view.kind) {
    case "empty":
    case "invalid":
    case "unreachable":
      return (
        <div role="status">
          <Trail percent={0} className="mt-5 mb-5 ml-[7px] w-[180px]" />
          <p className="text-ink-2">{t(view.kind)}</p>
          {view.kind === "unreachable" && (
            <Button className="mt-3" onClick={onRetry}>
              <Icon of={RotateCcw} size={16} />
              {states("retry")}
            </Button>
          )}
        </div>
      );
    case "loading":
      return <EstimateSkeleton />;
    case "uncovered":
      return <UncoveredGoal goal={view.goal} nearest={view.nearest} onGoal={onGoal} onModel={onModel} />;
    case "model":
      return <ModelEstimateResult estimate={view.estimate} stale={view.stale} hours={draft.hours} />;
    case "estimate":
      return <EstimateResult estimate={view.estimate} stale={view.stale} draft={draft} onDeadline={onDeadline} />;
  }
}

function EstimateSkeleton() {
  const t = useTranslations("estimate");
  return (
    <Loading label={t("loading")}>
      <Skeleton className="mt-2 h-5" />
      <Skeleton className="mt-3 h-5 w-3/5" />
      <Skeleton className="mt-8 h-1.5" />
      <div className="mt-4 grid grid-cols-3 gap-8">
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
      </div>
      <Skeleton className="mt-12 w-4/5" />
      <Skeleton className="mt-4 w-3/5" />
    </Loading>
  );
}
