import type { RoadmapSource, Usage } from "@wayfinder/protocol";
import { LibraryBig } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useAmount } from "#web/features/costs/use-amount.ts";
import { Icon } from "#web/ui/icon.tsx";

interface UsageLineProps {
  usage: Usage | undefined;
  source: RoadmapSource | undefined;
}

/** What the work costs: nothing from the catalogue; from a model its tokens and, if the price is known, its cost. */
export function UsageLine({ usage, source }: UsageLineProps) {
  const t = useTranslations("live.usage");
  if (source === "catalogue") {
    return (
      <p className="mt-3.5 flex gap-2 border-t border-line pt-3.5 text-13 text-ink-3">
        <Icon of={LibraryBig} size={16} className="mt-0.5" />
        {t("catalogue")}
      </p>
    );
  }
  return usage ? <Costs usage={usage} /> : null;
}

function Costs({ usage: { input_tokens, output_tokens, cost_usd, unconfirmed } }: { usage: Usage }) {
  const t = useTranslations("live.usage");
  const format = useFormatter();
  const amount = useAmount();
  return (
    <div className="mt-3.5 border-t border-line pt-3.5">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2">
        <div>
          <dt className="text-13 text-ink-3">{t("tokens")}</dt>
          <dd className="font-[550] tabular-nums">{format.number(input_tokens + output_tokens)}</dd>
          <dd className="text-12 text-ink-3 tabular-nums">
            {t("in_out", { input: format.number(input_tokens), output: format.number(output_tokens) })}
          </dd>
        </div>
        <div>
          <dt className="text-13 text-ink-3">{t("cost")}</dt>
          <dd className="font-[550] tabular-nums">{cost_usd === null ? t("unknown") : amount.usd(cost_usd)}</dd>
          {cost_usd === null && <dd className="text-12 text-ink-3">{t("unpriced")}</dd>}
        </div>
      </dl>
      {unconfirmed && unconfirmed.calls > 0 && (
        <p className="mt-2 text-12 text-ink-3">
          {t("unconfirmed", {
            calls: unconfirmed.calls,
            tokens: amount.tokens(unconfirmed.input_tokens + unconfirmed.output_tokens),
            cost: amount.usd(unconfirmed.cost_usd),
          })}
        </p>
      )}
    </div>
  );
}
