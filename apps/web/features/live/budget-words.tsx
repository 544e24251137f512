"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useAmount } from "#web/features/costs/use-amount.ts";
import type { ShownBudget, ShownPause } from "./pause.ts";
import { useClock } from "./use-clock.ts";

interface BudgetWordsProps {
  pause: ShownPause;
  /** Of the server's own words. */
  lang: string;
}

/** Which budget has no room for another call, what can be done about it, and whether going on was in vain. */
export function BudgetWords({ pause: { budget, message, still_at }, lang }: BudgetWordsProps) {
  const t = useTranslations("live.paused");
  const clock = useClock();
  return (
    <>
      {still_at !== undefined && <p className="font-[550] break-words text-warn">{t("still", { time: clock(still_at) })}</p>}
      {budget ? (
        <Told budget={budget} />
      ) : (
        <p lang={lang} className="break-words text-ink-2">
          {message}
        </p>
      )}
      <p className="mt-1 text-13 break-words text-ink-3">{t("kept")}</p>
    </>
  );
}

function Told({ budget: { scope, unit, limit, spent, room_at } }: { budget: ShownBudget }) {
  const t = useTranslations("live.paused");
  const format = useFormatter();
  const amount = useAmount();
  const clock = useClock();
  const told = (count: number) => (unit === "usd" ? amount.usd(count) : t("tokens", { count: format.number(count) }));
  const variable = `LLM_BUDGET_${scope.toUpperCase()}_${unit.toUpperCase()}`;
  return (
    <>
      <p className="break-words text-ink-2">{t(`over.${scope}`, { limit: told(limit), spent: told(spent) })}</p>
      <p className="break-words text-ink-2">
        {room_at === undefined
          ? t("raise", { variable })
          : t("wait", { time: clock(room_at).slice(0, 5), day: dayOf(room_at), variable })}
      </p>
    </>
  );
}

/** The day of a moment that is at most a day away, on this device. */
const dayOf = (moment: string): "today" | "tomorrow" =>
  new Date(moment).toDateString() === new Date().toDateString() ? "today" : "tomorrow";
