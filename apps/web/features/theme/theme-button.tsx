"use client";

import { SunMoon } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "#web/ui/icon-button.tsx";
import { keepTheme } from "./keep-theme.ts";
import { parseTheme } from "./theme.ts";

/** Switches between light and dark and keeps the choice. */
export function ThemeButton() {
  const t = useTranslations("shell");
  return <IconButton icon={SunMoon} label={t("theme")} onClick={switchTheme} />;
}

function switchTheme(): void {
  const { dataset } = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  keepTheme((parseTheme(dataset["theme"]) ?? system) === "dark" ? "light" : "dark");
}
