/** What a person says of not knowing, not of not wanting: "no idea how Git works", "not only Python". */
const NOT_A_REFUSAL =
  "idea|clue|experience|knowledge|background|prior|matter|time|sure|only|just|yet|good|very|really|much|so|a\\s|an\\s|on\\s|in\\s|at\\s|know|knowing|able|enough|that";
/** Where what is refused ends: the end of the clause, or a word with which the next thought begins. */
const END_EN = "(?=$|[,.;:!?，。；：！？\\n()]|\\b(?:but|and|or|just|only|i|i['’]d|we|please|want|so|because)\\b)";
const VERB_EN = "(?:(?:to|about|any|the|more|anything with|learn|learning|use|using|do|doing|study|studying|write|touch)\\s+)*";
const WANT_EN = "(?:want|wanna|like|need|care|wish|plan|intend)";
const END_ZH = "(?=$|[,.;:!?，。；：！？、\\s]|而是|只|就|想|了)";

const UNWANTED: readonly RegExp[] = [
  new RegExp(
    `\\b(?:(?:do(?:es)?|am|is)\\s*n['’o]?t\\s+(?:really\\s+)?${WANT_EN}\\w*|instead of|rather than|other than|anything but|(?:not|no|never|without|except|excluding)\\s+(?!${NOT_A_REFUSAL}))\\s*${VERB_EN}[^,.;:!?，。；：！？\\n()]*?${END_EN}`,
    "giu",
  ),
  /除了[^,.;，。；]*?什么都(?:行|可以|好)/gu,
  /(?<=\brather\b[^,.;]*)\bthan\b[^,.;，。；]*/giu,
  new RegExp(
    `(?:而|但)?(?<![是要想用会])(?:不(?:想|要|是(?!很|特别|太)|用|学|需要|考虑|打算|喜欢|碰|搞)|别)(?:再|去|要)?(?:学习?|用|做|碰|搞|写)?\\s*[^,.;:!?，。；：！？、]*?${END_ZH}`,
    "gu",
  ),
];

/** A goal without what the person says they do not want ("not Java", "不想学前端"), as long as something remains. */
export function withoutUnwanted(goal: string): string {
  let wanted = goal;
  for (const pattern of UNWANTED) wanted = wanted.replace(pattern, " ");
  return /[\p{L}\p{N}]/u.test(wanted) ? wanted : goal;
}
