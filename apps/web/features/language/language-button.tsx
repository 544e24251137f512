"use client";

import { useLocale } from "next-intl";
import { HTML_LANG, LANGUAGE_NAMES } from "#web/i18n/language.ts";
import { useChooseLanguage } from "./use-choose-language.ts";

/** Switches the page to the other language, named in that language, and keeps the choice. */
export function LanguageButton() {
  const choose = useChooseLanguage();
  const other = useLocale() === "zh" ? "en" : "zh";
  return (
    <button
      type="button"
      lang={HTML_LANG[other]}
      onClick={() => choose(other)}
      className="h-11 flex-none rounded-card px-3 text-13 text-ink-2 hover:bg-hover hover:text-ink"
    >
      {LANGUAGE_NAMES[other]}
    </button>
  );
}
