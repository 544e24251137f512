/** Spellings of one name that people mix: each pattern is replaced before words are cut, so that both sides of a match read the same. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/['’](?:s|m|t|d|re|ve|ll)\b/g, ""],
  [/\bfront[\s-]?end\b/g, "frontend"],
  [/\bback[\s-]?end\b/g, "backend"],
  [/\bfull[\s-]?stack\b/g, "fullstack"],
  [/\bjava\s?scripts?\b|\bjs\b(?<!\.js)/g, "javascript"],
  [/\bes(?:6|20\d\d)\b/g, "javascript"],
  [/\bautomat(?:e[sd]?|ing|ion)\b/g, "automate"],
  [/\btype\s?script\b|\bts\b/g, "typescript"],
  [/\b(react|vue|angular)[\s.]?(?:js|javascript)\b/g, "$1"],
  [/\b(node|next|nuxt|three|d3)[\s.](?:js|javascript)\b/g, "$1js"],
  [/\b(html|css|python|py|vue|angular|sql)\s?\d(?:\.\d+)*(?![\w.])/g, "$1"],
  [/\bpy\b/g, "python"],
  [/\banaly(?:[sz]e[sd]?|[sz]ing|tics|ses)\b/g, "analysis"],
  [/\bmachine[\s-]learning\b/g, "ml"],
  [/\bdeep[\s-]learning\b/g, "deeplearning"],
  [/\bscikit[\s-]?learn\b/g, "sklearn"],
  [/\bci\s?\/\s?cd\b/g, "cicd"],
  [/\bk8s\b/g, "kubernetes"],
  [/\bgo\s?lang\b/g, "golang"],
  [/\bgroup[\s-]by\b/g, "groupby"],
  [/\bdata[\s-]frames?\b/g, "dataframe"],
  [/\bdev[\s-]tools\b/g, "devtools"],
  [/\bdev[\s-]ops\b/g, "devops"],
  [/\bgit\s?hub\b/g, "github"],
  [/\bweb[\s-]?dev(?:eloper|elopment)?s?\b|\bweb\s?开发/g, "webdev"],
  [/\b(?:web\s?)?sites?\b/g, "website"],
  [/\bweb\s?pages?\b/g, "webpage"],
  // how long it may take is not what it is about
  [/每(?:天|周|日|个?月)|[\d一二两三四五六七八九十半几]+\s?个?(?:小时|钟头|分钟|天|周|星期|月|年)(?:之?内|以内|左右)?/g, " "],
];

/** Text as it is compared: full-width forms and case folded, marks of direction dropped, one spelling for each name. */
export function foldText(text: string): string {
  let folded = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Cf}/gu, "");
  for (const [pattern, spelling] of SPELLINGS) folded = folded.replace(pattern, spelling);
  return folded;
}

/** The form of an English word that singular and plural, plot and plotting share. Crude on purpose: both sides of a match go through it. */
export function stemOf(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2);
  const verb = word.endsWith("ing") ? word.slice(0, -3) : word.endsWith("ed") ? word.slice(0, -2) : "";
  if (verb.length >= 3 && /[aeiouy]/.test(verb) && !verb.endsWith("e")) {
    const single = verb.replace(/([bdgmnprt])\1$/, "$1");
    if (single !== verb || verb.length >= 4) return single;
  }
  if (word.length > 3 && word.endsWith("s") && !/(?:ss|us|is|as)$/.test(word)) return word.slice(0, -1);
  return word;
}
