/** Two names are the same when only width, case and spaces differ (NFKC). */
export const nameKey = (name: string): string => name.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, "");

const SEPARATORS = /[\s,，、;；:：()（）[\]"'“”‘’&/\\\-‐–—_!?！？。与及]+/u;
const FILLERS = new Set(["a", "an", "the", "of", "in", "and", "with"]);

/** “Lists” reads as “List”; capitals are left alone, because HTTPS is not several HTTP. */
const singular = (word: string): string =>
  /^\p{Ll}{2,}[^siu\P{Ll}]s$/u.test(word) && word !== "https" ? word.slice(0, -1) : word;

/**
 * Two names are nearly the same when they have the same words in any order, but for articles, “of”, “in”, “and”, “with”, plurals and punctuation.
 *
 * Signs which are part of a term stay (C, C++ and C#; A* and A), and so do numbers.
 */
export function nearNameKey(name: string): string {
  const words = name
    .normalize("NFKC")
    .split(SEPARATORS)
    .flatMap((word) => word.match(/\p{sc=Han}+|\P{sc=Han}+/gu) ?? [])
    .map((word) =>
      singular(word.charAt(0).toLowerCase() + word.slice(1))
        .toLowerCase()
        .replaceAll("的", ""),
    )
    .filter((word) => word !== "" && !FILLERS.has(word));
  return words.length > 0 ? words.sort().join(" ") : nameKey(name);
}
