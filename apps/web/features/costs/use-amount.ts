"use client";

import { useFormatter, useTranslations } from "next-intl";
import { usdDigits } from "./usd-digits.ts";

/** Three digits are as exact as an estimate of tokens is. */
const BRIEF = { notation: "compact", maximumSignificantDigits: 3 } as const;

interface Amount {
  /** A count of tokens. */
  tokens(count: number): string;
  /** A range of tokens. */
  tokenRange(low: number, high: number): string;
  /** An amount of dollars; null is a price that is not known, which is not 0. With `digits` it takes so many decimals, as others beside it. */
  usd(amount: number | null, digits?: number): string;
}

/** How tokens and dollars are written. */
export function useAmount(): Amount {
  const t = useTranslations("costs");
  const format = useFormatter();
  return {
    tokens: (count) => closeUp(t("tokens", { count: format.number(count, BRIEF) })),
    tokenRange: (low, high) =>
      closeUp(t("tokens", { count: t("range", { low: format.number(low, BRIEF), high: format.number(high, BRIEF) }) })),
    usd: (amount, digits) =>
      amount === null
        ? t("unknown")
        : format.number(amount, {
            style: "currency",
            currency: "USD",
            currencyDisplay: "narrowSymbol",
            minimumFractionDigits: digits ?? 2,
            maximumFractionDigits: digits ?? usdDigits([amount]),
          }),
  };
}

/** A number may end in a Chinese unit (1.29万), after which no space stands before Chinese words. */
const closeUp = (words: string): string => words.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "");
