/** The two themes; without a choice the system's holds. */
export type Theme = "light" | "dark";

/** Holds the chosen theme, so that the server can render it and nothing flashes. */
export const THEME_COOKIE = "wayfinder_theme";

/** The theme a cookie holds, or undefined for the system's. */
export function parseTheme(value: string | undefined): Theme | undefined {
  return value === "light" || value === "dark" ? value : undefined;
}
