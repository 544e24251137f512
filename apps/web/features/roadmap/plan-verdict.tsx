import type { Plan, Roadmap } from "@wayfinder/protocol";
import { CircleAlert, Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDay } from "#web/features/day/use-day.ts";
import { HTML_LANG } from "#web/i18n/language.ts";
import { Icon } from "#web/ui/icon.tsx";
import type { RoadmapIndex } from "./roadmap-index.ts";

interface PlanVerdictProps {
  plan: Plan;
  roadmap: Roadmap;
  index: RoadmapIndex;
}

/** Whether the plan keeps the date that was asked for; nothing is said of a plan that fits. */
export function PlanVerdict({ plan, roadmap, index }: PlanVerdictProps) {
  const t = useTranslations("roadmap.verdict");
  const day = useDay();
  if (plan.verdict === "fits") return null;
  const names = (plan.cut ?? []).map((id) => index.concepts.get(id)?.concept.name ?? id);
  const isTight = plan.verdict === "tight";
  return (
    <div className="mx-4 mt-3 flex gap-3 rounded-card bg-warn-soft px-4 py-3 text-13 text-ink md:mx-2.5">
      <Icon of={isTight ? Hourglass : CircleAlert} size={16} className="mt-0.5 text-warn" />
      <div>
        <p>
          <b className="font-[550] text-warn">{t(`${plan.verdict}.title`)}</b>{" "}
          {isTight
            ? names.length > 0
              ? t("tight.text", { count: names.length })
              : t("tight.just")
            : t("does_not_fit.text", { date: day(plan.earliest_finish ?? plan.finishes_on ?? "") })}
        </p>
        {names.length > 0 && (
          <p className="mt-1 text-ink-2">
            {!isTight && `${t("does_not_fit.cut")} `}
            <span lang={HTML_LANG[roadmap.language]}>{names.join(roadmap.language === "zh" ? "、" : ", ")}</span>
          </p>
        )}
      </div>
    </div>
  );
}
