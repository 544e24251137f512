"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTasks } from "#web/features/tasks/use-tasks.ts";
import { Icon } from "#web/ui/icon.tsx";
import { CostList } from "./cost-list.tsx";
import { costTotal, hasAsked } from "./cost-total.ts";
import { useAmount } from "./use-amount.ts";

/** What making and changing a roadmap cost; asked for when somebody opens it. */
export function RoadmapCosts({ roadmapId }: { roadmapId: string }) {
  const t = useTranslations("costs");
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="group mb-12 border-t border-line" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="flex min-h-12 list-none items-center gap-2 text-13 text-ink-2 hover:text-ink [&::-webkit-details-marker]:hidden">
        <Icon of={ChevronDown} size={16} className="-rotate-90 group-open:rotate-0" />
        {t("title")}
        <Total roadmapId={roadmapId} />
      </summary>
      <div className="pt-2 pb-4">{isOpen && <CostList roadmapId={roadmapId} />}</div>
    </details>
  );
}

/** All of it together; nothing before it is known, or where no model was asked. */
function Total({ roadmapId }: { roadmapId: string }) {
  const amount = useAmount();
  const t = useTranslations("costs");
  const { tasks = [] } = useTasks();
  const paid = tasks.filter((task) => task.roadmap_id === roadmapId && hasAsked(task));
  if (paid.length === 0) return null;
  const { tokens, cost_usd } = costTotal(paid.map(({ usage }) => usage));
  return (
    <span className="text-ink-3 tabular-nums">{t("total", { cost: amount.usd(cost_usd), tokens: amount.tokens(tokens) })}</span>
  );
}
