import { CalendarClock, Coins, type LucideIcon, ScanEye } from "lucide-react";
import type { ModelEstimate } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useAmount } from "#web/features/costs/use-amount.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";

interface ModelEstimateProps {
  estimate: ModelEstimate;
  /** Whether a newer one is on its way. */
  stale: boolean;
  hours: number | null;
}

/** What can be said before a model is asked: what it may cost, and the room there is. A price that is not known is said to be unknown. */
export function ModelEstimateResult({ estimate: { cost, hours_until_deadline }, stale, hours }: ModelEstimateProps) {
  const t = useTranslations("estimate.model");
  const amount = useAmount();
  return (
    <div className={classNames("transition-opacity duration-[120ms]", stale && "opacity-60")} aria-busy={stale}>
      <p role="status" className="text-20 leading-[30px] font-medium tracking-[-0.015em] text-pretty">
        {hours_until_deadline === null
          ? t("open", { hours: hours ?? 0 })
          : t("room", { total: hours_until_deadline, hours: hours ?? 0 })}
      </p>
      <dl className="mt-5 grid gap-4 border-t border-line pt-5">
        <Fact icon={Coins} name={t("cost")}>
          {cost === null || cost.usd === null
            ? t("unknown")
            : t("range", { low: amount.usd(cost.usd.low), high: amount.usd(cost.usd.high) })}
          <small className="block text-13 font-normal text-ink-2">
            {cost === null ? t("unmeasured") : amount.tokenRange(cost.tokens.low, cost.tokens.high)}
          </small>
        </Fact>
        <Fact icon={CalendarClock} name={t("weeks")}>
          <span className="font-normal text-ink-2">{t("weeks_later")}</span>
        </Fact>
        <Fact icon={ScanEye} name={t("review")}>
          <span className="font-normal text-ink-2">{t("review_hint")}</span>
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ icon, name, children }: { icon: LucideIcon; name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[16px_1fr] gap-x-2.5">
      <Icon of={icon} size={16} className="mt-0.5 text-ink-3" />
      <div>
        <dt className="text-13 text-ink-3">{name}</dt>
        <dd className="font-[550] tabular-nums">{children}</dd>
      </div>
    </div>
  );
}
