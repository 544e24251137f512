import { useTranslations } from "next-intl";
import { useDay } from "#web/features/day/use-day.ts";
import type { EstimateView } from "./estimate-view.ts";

/** The estimate in one sentence, where its panel is below the form; screen readers have the panel. */
export function EstimateSummary({ view }: { view: EstimateView }) {
  const t = useTranslations("estimate");
  const day = useDay();
  if (view.kind !== "estimate") return null;
  const { weeks, finishes_on } = view.estimate;
  return (
    <p aria-hidden className="mt-2 text-13 text-ink-3 form:hidden">
      {t("short", { weeks: Math.round(weeks.likely), date: day(finishes_on.likely) })}
    </p>
  );
}
