"use client";

import { useFormatter, useTranslations } from "next-intl";

/** Below this many dollars two decimals would say nothing. */
const SMALL_USD = 0.1;

/** Three digits are as exact as an estimate of tokens is. */
const BRIEF = { notation: "compact", maximumSignificantDigits: 3 } as const;

interface Amount {
  /** A count of tokens. */
  tokens(count: number): string;
  /** A range of tokens. */
  tokenRange(low: number, high: number): string;
  /** An amount of dollars; null is a price that is not known, which is not 0. */
  usd(amount: number | null): string;
}

/** How tokens and dollars are written. */
export function useAmount(): Amount {
  const t = useTranslations("costs");
  const format = useFormatter();
  return {
    tokens: (count) => t("tokens", { count: format.number(count, BRIEF) }),
    tokenRange: (low, high) =>
      t("tokens", { count: t("range", { low: format.number(low, BRIEF), high: format.number(high, BRIEF) }) }),
    usd: (amount) =>
      amount === null
        ? t("unknown")
        : format.number(amount, {
            style: "currency",
            currency: "USD",
            currencyDisplay: "narrowSymbol",
            maximumFractionDigits: amount > 0 && amount < SMALL_USD ? 4 : 2,
          }),
  };
}
