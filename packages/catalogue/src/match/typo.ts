/** Words from which on one slip is forgiven, and letters in another order; shorter ones have too many neighbours that mean something else ("reach" is not "react"). */
const ONE_SLIP_LENGTH = 6;
const TWO_SLIPS_LENGTH = 9;
/** In a word of five letters only letters that changed places, or one that was left out or doubled, are taken for a slip. */
const SHORT_LENGTH = 5;

/** The subject a word was probably meant to be, if it is one slip or two away from it; the first letter is always right. */
export function meantSubject(word: string, subjects: readonly string[]): string | undefined {
  return subjects.find((subject) => {
    if (subject.length < SHORT_LENGTH || subject[0] !== word[0]) return false;
    const slips = distance(word, subject);
    if (subject.length >= TWO_SLIPS_LENGTH) return slips <= 2;
    if (subject.length >= ONE_SLIP_LENGTH) return slips <= 1 || (slips <= 2 && isSwap(word, subject));
    return slips <= 1 && (word.length !== subject.length || isSwap(word, subject));
  });
}

/** The word of a list that is one slip away; the first letter is always right. */
export const meantWord = (word: string, words: readonly string[]): string | undefined =>
  words.find((other) => other[0] === word[0] && distance(word, other) <= 1);

const isSwap = (a: string, b: string): boolean => [...a].toSorted().join("") === [...b].toSorted().join("");

/** Edits between two words: letters put in, left out, replaced, or two neighbours swapped. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Infinity;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (old[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (older[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [older, old] = [old, row];
  }
  return old[b.length] ?? Infinity;
}
