const WORD = /\p{Script=Han}+|[\p{L}\p{N}+#]+/gu;
/** Words that change nothing about what a concept is. */
const FILLERS = new Set(["a", "an", "the", "of", "in", "and", "with", "to", "for"]);

/** Singular and plural read the same; crude on purpose, both sides of a match go through it. */
function stem(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith("s") && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

/** A text as it is compared: stemmed words between spaces, and the Han characters in one run. */
function fold(text: string): { readonly words: string; readonly han: string } {
  const parts = text.normalize("NFKC").toLowerCase().match(WORD) ?? [];
  const isHan = (part: string) => /\p{Script=Han}/u.test(part);
  const words = parts.filter((part) => !isHan(part) && !FILLERS.has(part)).map(stem);
  return { words: words.length === 0 ? "" : ` ${words.join(" ")} `, han: parts.filter(isHan).join("") };
}

/** Whether a name means what an alias means: it holds the alias's words one after the other, and its Han characters likewise. */
export function covers(name: string, alias: string): boolean {
  const [held, asked] = [fold(name), fold(alias)];
  return held.words.includes(asked.words) && held.han.includes(asked.han) && asked.words + asked.han !== "";
}

/** Whether a name says exactly what an alias says. */
export const isNamed = (name: string, alias: string): boolean => covers(name, alias) && covers(alias, name);
