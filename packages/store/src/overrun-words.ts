import type { Language } from "@wayfinder/protocol";
import type { Overrun } from "./spending.ts";

const WHOSE: Readonly<Record<Language, Readonly<Record<Overrun["scope"], string>>>> = {
  en: {
    task: "of this task",
    user_day: "for one person and day",
    address_day: "for one address and day",
    instance_day: "of this server for one day",
  },
  zh: { task: "这个任务的", user_day: "每人每天的", address_day: "每个网络地址每天的", instance_day: "这台服务器每天的" },
};

/** Two decimals would make nothing of most calls. */
const dollars = (n: number) => `$${n > 0 && n < 0.1 ? Number(n.toFixed(4)) : n.toFixed(2)}`;

/** What a person can do about it: a task's budget never fills again, a day's does. */
export function overrunAdvice(language: Language, { scope }: Pick<Overrun, "scope">): string {
  if (scope === "task") return language === "zh" ? "请提高预算后再继续。" : " Raise the budget, then resume.";
  return language === "zh" ? "等有余额后再继续，或提高预算。" : " Resume when there is room again, or raise the budget.";
}

/** Which budget one more call would pass, as a sentence. */
export function overrunWords(language: Language, { scope, unit, limit, spent }: Overrun): string {
  const token = language === "zh" ? "个词元" : "tokens";
  const amount = (n: number) => (unit === "usd" ? dollars(n) : `${Math.round(n)} ${token}`);
  const whose = WHOSE[language][scope];
  if (language === "zh") return `再调用一次就会超出${whose}预算（${amount(limit)}）；已使用或预留 ${amount(spent)}。`;
  return `The budget ${whose} (${amount(limit)}) would be passed; ${amount(spent)} are used or reserved.`;
}
