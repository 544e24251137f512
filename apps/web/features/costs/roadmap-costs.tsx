"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Icon } from "#web/ui/icon.tsx";
import { CostList } from "./cost-list.tsx";

/** What making and changing a roadmap cost; asked for when somebody opens it. */
export function RoadmapCosts({ roadmapId }: { roadmapId: string }) {
  const t = useTranslations("costs");
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="group mb-12 max-w-[960px] border-t border-line"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="flex min-h-12 list-none items-center gap-2 text-13 text-ink-2 hover:text-ink [&::-webkit-details-marker]:hidden">
        <Icon of={ChevronDown} size={16} className="-rotate-90 group-open:rotate-0" />
        {t("title")}
      </summary>
      <div className="pt-2 pb-4">{isOpen && <CostList roadmapId={roadmapId} />}</div>
    </details>
  );
}
