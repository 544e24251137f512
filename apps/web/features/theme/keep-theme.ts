import { keepCookie } from "#web/features/shell/keep-cookie.ts";
import { type Theme, THEME_COOKIE } from "./theme.ts";

/** Shows the page in a theme and keeps the choice; undefined is the system's. */
export function keepTheme(theme: Theme | undefined): void {
  const { dataset } = document.documentElement;
  if (theme === undefined) delete dataset["theme"];
  else dataset["theme"] = theme;
  keepCookie(THEME_COOKIE, theme ?? "");
}
