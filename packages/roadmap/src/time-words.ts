import type { Language } from "@wayfinder/protocol";
import { say } from "./say.ts";

/** The finest that is worth saying of a length of work, in minutes. */
const GRAIN_MIN = 5;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

/** A length of work, given in hours, as people say it: 2 h 15 min. */
export function lengthInWords(hours: number, language: Language): string {
  const total = Math.max(GRAIN_MIN, Math.round((hours * 60) / GRAIN_MIN) * GRAIN_MIN);
  const [h, min] = [Math.floor(total / 60), total % 60];
  if (min === 0) return say(language, `${h} h`, `${h} 小时`);
  return h === 0 ? say(language, `${min} min`, `${min} 分钟`) : say(language, `${h} h ${min} min`, `${h} 小时 ${min} 分`);
}

/** A calendar day `YYYY-MM-DD` as people say it, 10 Dec; with the year where it is not that of the day `beside` it. */
export function dayInWords(day: string, beside: string, language: Language): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const words = say(language, `${date} ${MONTHS[month - 1]}`, `${month}月${date}日`);
  return day.slice(0, 4) === beside.slice(0, 4) ? words : say(language, `${words} ${year}`, `${year}年${words}`);
}
