"use client";

import type { Language } from "@wayfinder/protocol";
import { useRouter } from "next/navigation";
import { keepCookie } from "#web/features/shell/keep-cookie.ts";
import { LANGUAGE_COOKIE } from "#web/i18n/language.ts";

/** Switches the pages to a language and keeps the choice. */
export function useChooseLanguage(): (language: Language) => void {
  const router = useRouter();
  return (language) => {
    keepCookie(LANGUAGE_COOKIE, language);
    router.refresh();
  };
}
