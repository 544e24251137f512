import type { Language, Resource } from "@wayfinder/protocol";

/**
 * The resources a reader of `language` can use, those in it first.
 *
 * Technical English is read everywhere, so its resources stay; others are shown only when there is nothing else.
 */
export function readableResources(items: readonly Resource[], language: Language): readonly Resource[] {
  const own = items.filter((item) => item.language === language);
  const english = language === "en" ? [] : items.filter((item) => item.language === "en");
  const readable = [...own, ...english];
  return readable.length > 0 ? readable : items;
}
