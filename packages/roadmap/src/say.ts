import type { Language } from "@wayfinder/protocol";

/** A sentence in both languages; the one that is asked for. */
export const say = (language: Language, en: string, zh: string): string => (language === "zh" ? zh : en);

/** A name as it is quoted in both languages. */
export const quote = (name: string): string => `“${name}”`;

/** Names as a list, at most five and a count of the rest. */
export function quoteAll(names: readonly string[], language: Language): string {
  const shown = names
    .slice(0, 5)
    .map(quote)
    .join(say(language, ", ", "、"));
  const rest = names.length - 5;
  return rest > 0 ? shown + say(language, ` and ${rest} more`, `等 ${names.length} 个`) : shown;
}
