"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useChooseLanguage } from "#web/features/language/use-choose-language.ts";
import { useTheme } from "#web/features/theme/use-theme.ts";
import { LANGUAGE_NAMES } from "#web/i18n/language.ts";
import { Segmented } from "#web/ui/segmented.tsx";

/** The language of the pages, and light or dark. */
export function LookFields() {
  const t = useTranslations("settings.look");
  const language = useLocale();
  const chooseLanguage = useChooseLanguage();
  const [theme, chooseTheme] = useTheme();
  return (
    <>
      <div>
        <p className="mb-2 font-medium">{t("language")}</p>
        <Segmented
          label={t("language")}
          value={language}
          onChange={chooseLanguage}
          options={(["en", "zh"] as const).map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <p className="mt-2 text-13 text-ink-3">{t("language_hint")}</p>
      </div>
      <div>
        <p className="mb-2 font-medium">{t("theme")}</p>
        <Segmented
          label={t("theme")}
          value={theme ?? "system"}
          onChange={(value) => chooseTheme(value === "system" ? undefined : value)}
          options={[
            { value: "system", label: t("system"), icon: Monitor },
            { value: "light", label: t("light"), icon: Sun },
            { value: "dark", label: t("dark"), icon: Moon },
          ]}
        />
      </div>
    </>
  );
}
