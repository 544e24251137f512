"use client";

import { SunMoon } from "lucide-react";
import { useTranslations } from "next-intl";
import { keepCookie } from "#web/features/shell/keep-cookie.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { parseTheme, THEME_COOKIE } from "./theme.ts";

/** Switches between light and dark and keeps the choice. */
export function ThemeButton() {
  const t = useTranslations("shell");
  return <IconButton icon={SunMoon} label={t("theme")} onClick={switchTheme} />;
}

function switchTheme(): void {
  const { dataset } = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const next = (parseTheme(dataset["theme"]) ?? system) === "dark" ? "light" : "dark";
  dataset["theme"] = next;
  keepCookie(THEME_COOKIE, next);
}
