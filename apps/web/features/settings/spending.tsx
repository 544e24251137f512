import type { ModelSettings } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useAmount } from "#web/features/costs/use-amount.ts";

type Limit = ModelSettings["budget"]["task"];

/** What was spent today, what may be, and what a roadmap takes. What is not known is said to be unknown. */
export function Spending({ settings: { spent_today, budget, estimate } }: { settings: ModelSettings }) {
  const t = useTranslations("settings.spending");
  const amount = useAmount();
  const { input_tokens, output_tokens, cost_usd, unconfirmed } = spent_today;
  const tokens = input_tokens + output_tokens;
  const limitOf = ({ tokens: most, usd }: Limit) =>
    [...(usd === undefined ? [] : [amount.usd(usd)]), ...(most === undefined ? [] : [amount.tokens(most)])].join(t("or")) ||
    t("no_limit");
  return (
    <div>
      <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <Fact name={t("today")}>
          {tokens === 0 ? t("nothing") : t("both", { tokens: amount.tokens(tokens), cost: amount.usd(cost_usd) })}
          {unconfirmed && unconfirmed.calls > 0 && (
            <small className="block text-12 text-ink-3">
              {t("unconfirmed", {
                tokens: amount.tokens(unconfirmed.input_tokens + unconfirmed.output_tokens),
                cost: amount.usd(unconfirmed.cost_usd),
              })}
            </small>
          )}
        </Fact>
        <Fact name={t("estimate")}>
          {estimate === null
            ? t("free")
            : t("both", {
                tokens: amount.tokenRange(estimate.tokens.low, estimate.tokens.high),
                cost:
                  estimate.usd === null
                    ? amount.usd(null)
                    : t("usd_range", { low: amount.usd(estimate.usd.low), high: amount.usd(estimate.usd.high) }),
              })}
        </Fact>
        <Fact name={t("task")}>{limitOf(budget.task)}</Fact>
        <Fact name={t("day")}>{limitOf(budget.user_day)}</Fact>
      </dl>
      <p className="mt-5 text-13 text-ink-3">{t("text")}</p>
    </div>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt className="text-13 text-ink-3">{name}</dt>
    <dd className="mt-0.5 tabular-nums">{children}</dd>
  </div>
);
