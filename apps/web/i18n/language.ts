import type { Language } from "@wayfinder/protocol";

/** Holds the language a person chose with the switch. */
export const LANGUAGE_COOKIE = "wayfinder_language";

/** The tag of `<html lang>` for each language. */
export const HTML_LANG = { en: "en", zh: "zh-CN" } as const satisfies Record<Language, string>;

/** Each language in its own words. */
export const LANGUAGE_NAMES = { en: "English", zh: "中文" } as const satisfies Record<Language, string>;

/** The language of a page: the chosen one, else the best of the Accept-Language header, else English. */
export function pageLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
  if (chosen === "en" || chosen === "zh") return chosen;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const quality = parameters.find((p) => p.startsWith("q="));
      return { language: tag.split("-")[0], quality: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const best = wanted.find(({ language }) => language === "en" || language === "zh" || language === "*");
  return best?.language === "zh" ? "zh" : "en";
}

/** The tag of words that a person wrote, in whichever of our languages: quotes and dashes are set by it. */
export const langOfWords = (words: string): string => HTML_LANG[/\p{Script=Han}/u.test(words) ? "zh" : "en"];
