/** Words that say nothing about which page it is. */
const EMPTY = new Set(
  "a an and the of for to in on with by how your is at from docs documentation guide tutorial official introduction intro website site page home overview".split(
    " ",
  ),
);
/** The part of the claimed words that the page has to say: publishers, editions and years come and go. */
const SHARE = 0.6;
const HAN = /\p{Script=Han}/u;

/** Whether a page that calls itself `found` is what was claimed: most of the words that matter are there. */
export function isSameTitle(claimed: string, found: string): boolean {
  const all = wordsOf(claimed);
  const telling = all.filter((word) => !EMPTY.has(word));
  const wanted = new Set(telling.length > 0 ? telling : all);
  const has = new Set(wordsOf(found));
  const met = [...wanted].filter((word) => has.has(word)).length;
  return wanted.size > 0 && met >= Math.ceil(wanted.size * SHARE);
}

/** Words without case, accents and punctuation; of Chinese, pairs of neighbouring characters. */
function wordsOf(text: string): readonly string[] {
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const runs = folded.match(/\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? [];
  return runs.flatMap((run) => (HAN.test(run) ? pairsOf(run) : [run]));
}

function pairsOf(run: string): readonly string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, at) => `${characters[at] ?? ""}${character}`);
}
