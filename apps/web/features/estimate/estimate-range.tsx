import type { Estimate } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { useDay } from "#web/features/day/use-day.ts";
import { classNames } from "#web/ui/class-names.ts";
import { likelyPercent } from "./range.ts";

const PLACES = {
  low: "left-0",
  likely: "left-[calc(6px+var(--m)*0.964)] -translate-x-1/2 text-center",
  high: "right-0 text-right",
};

/** Weeks and days, low, likely and high, on a bar. */
export function EstimateRange({ estimate }: { estimate: Estimate }) {
  const t = useTranslations("estimate");
  const day = useDay();
  return (
    <div style={{ "--m": `${likelyPercent(estimate.weeks)}%` } as CSSProperties}>
      <div aria-hidden className="relative mx-1.5 mt-7 h-4">
        <span className="absolute inset-x-0 top-[5px] h-1.5 rounded-[3px] bg-[color-mix(in_oklab,var(--accent)_30%,transparent)]" />
        <Dot className="left-0" />
        <Dot className="left-full" />
        <span className="absolute top-0 left-(--m) -ml-2 size-4 rounded-full bg-accent [box-shadow:0_0_0_4px_var(--paper)]" />
      </div>
      <dl className="relative mt-2.5 h-17">
        {(["low", "likely", "high"] as const).map((end) => (
          <div key={end} className={classNames("absolute top-0", PLACES[end])}>
            <dt className="text-13 text-ink-3">{t(end)}</dt>
            <dd className={classNames("leading-[22px] font-[550] tabular-nums", end === "likely" && "text-accent-ink")}>
              {t("weeks", { weeks: Math.round(estimate.weeks[end]) })}
              <span className="block text-13 font-normal text-ink-2">{day(estimate.finishes_on[end])}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Dot({ className }: { className: string }) {
  return <i className={classNames("absolute top-0.5 -ml-1.5 size-3 rounded-full border-2 border-edge bg-paper", className)} />;
}
