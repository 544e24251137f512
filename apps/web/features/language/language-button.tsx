"use client";

import { useLocale } from "next-intl";
import { useRouter } from "next/navigation";
import { keepCookie } from "#web/features/shell/keep-cookie.ts";
import { HTML_LANG, LANGUAGE_COOKIE, LANGUAGE_NAMES } from "#web/i18n/language.ts";

/** Switches the page to the other language, named in that language, and keeps the choice. */
export function LanguageButton() {
  const router = useRouter();
  const other = useLocale() === "zh" ? "en" : "zh";
  const choose = () => {
    keepCookie(LANGUAGE_COOKIE, other);
    router.refresh();
  };
  return (
    <button
      type="button"
      lang={HTML_LANG[other]}
      onClick={choose}
      className="h-11 flex-none rounded-card px-3 text-13 text-ink-2 hover:bg-hover hover:text-ink"
    >
      {LANGUAGE_NAMES[other]}
    </button>
  );
}
