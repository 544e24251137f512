import type { RoadmapSource, Usage } from "@wayfinder/protocol";
import { LibraryBig } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Icon } from "#web/ui/icon.tsx";

interface UsageLineProps {
  usage: Usage | undefined;
  source: RoadmapSource | undefined;
}

/** What the work costs: nothing from the catalogue; from a model its tokens and, if the price is known, its cost. */
export function UsageLine({ usage, source }: UsageLineProps) {
  const t = useTranslations("live.usage");
  const format = useFormatter();
  if (source === "catalogue") {
    return (
      <p className="mt-3.5 flex gap-2 border-t border-line pt-3.5 text-13 text-ink-3">
        <Icon of={LibraryBig} size={16} className="mt-0.5" />
        {t("catalogue")}
      </p>
    );
  }
  if (!usage) return null;
  const { input_tokens, output_tokens, cost_usd } = usage;
  return (
    <dl className="mt-3.5 grid grid-cols-2 gap-x-4 gap-y-2 border-t border-line pt-3.5">
      <div>
        <dt className="text-13 text-ink-3">{t("tokens")}</dt>
        <dd className="font-[550] tabular-nums">{format.number(input_tokens + output_tokens)}</dd>
      </div>
      <div>
        <dt className="text-13 text-ink-3">{t("cost")}</dt>
        <dd className="font-[550] tabular-nums">
          {cost_usd === null ? t("unknown") : format.number(cost_usd, { style: "currency", currency: "USD" })}
          {cost_usd === null && <small className="block text-12 font-normal text-ink-3">{t("unpriced")}</small>}
        </dd>
      </div>
    </dl>
  );
}
