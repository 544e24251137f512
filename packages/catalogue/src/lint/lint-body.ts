import { Language } from "@wayfinder/protocol";
import { HEADINGS, headingsOf, type Section, sectionsOf } from "../concept-body.ts";
import { lintProse } from "./lint-prose.ts";
import { hanCount, hasUnpaired, proseOf, wordCount } from "./measure-text.ts";
import type { Say } from "./say.ts";

type Range = readonly [number, number];

/** Least and most in each section: English words, Han characters; code is not counted. */
const SECTION_SIZES: Readonly<Record<Language, readonly Range[]>> = {
  en: [
    [40, 110],
    [120, 330],
    [40, 200],
    [60, 200],
    [35, 130],
    [15, 90],
  ],
  zh: [
    [60, 200],
    [180, 620],
    [50, 340],
    [80, 380],
    [50, 260],
    [20, 180],
  ],
};
const TOTALS: Readonly<Record<Language, Range>> = { en: [400, 900], zh: [600, 1500] };
const HAN_PER_WORD: Range = [1.05, 2.2];
const UNITS = { en: "words", zh: "Han characters" } as const satisfies Record<Language, string>;
/** Bullets of the sections that are lists: key points and common mistakes, by place. */
const BULLETS: ReadonlyMap<number, Range> = new Map([
  [1, [4, 9]],
  [3, [3, 6]],
]);
const EXAMPLE = 2;
const MIN_HAN_SHARE = 0.5;

const isOutside = (n: number, [min, max]: Range): boolean => n < min || n > max;

/** The body: headings and markdown (L6), sizes (L5), language of each section (L4), words (L11, L12), the example's code (L7). */
export function lintBody(body: string, bodyLine: number, say: Say): void {
  const lineAt = (offset: number) => bodyLine + body.slice(0, offset).split("\n").length - 1;
  lintMarkdown(body, bodyLine, say);
  const wanted = [...Language.options.flatMap((language) => HEADINGS[language]), "Quiz"];
  const got = headingsOf(body).map((h) => h.name);
  const firstDifference = got.find((name, i) => name !== wanted[i]) ?? "the end";
  if (got.join("|") !== wanted.join("|"))
    say("L6", `headings must be exactly: ${wanted.join(" > ")}; first difference at "${firstDifference}"`);
  const totals = { en: 0, zh: 0 };
  for (const language of Language.options) {
    sectionsOf(body, language).forEach((section, place) => {
      const here: Say = (rule, message) => say(rule, `"${section.name}": ${message}`, lineAt(section.start));
      totals[language] += lintSection(section, { language, place }, here);
    });
  }
  lintTotals(totals, say);
  if (exampleCode(body, "en") !== exampleCode(body, "zh"))
    say("L7", "the code of the worked example differs between the languages (comments aside)");
}

/** The body with every fenced block blanked out. Offsets stay. */
const withoutFences = (body: string): string => body.replace(/^```[\s\S]*?^```$/gm, (block) => block.replace(/[^\n]/g, " "));

/** Fences, HTML, links and pairs (L6). */
function lintMarkdown(body: string, bodyLine: number, say: Say): void {
  const masked = withoutFences(body);
  if ((body.match(/^```/gm) ?? []).length % 2 > 0) say("L6", "a code fence is not closed");
  if (/<\/?[a-z][^>\n]*>/i.test(masked.replace(/`[^`\n]*`/g, ""))) say("L6", "raw HTML outside code");
  if (/\]\(\s*\)|\[[^\]\n]*\]\([^)\n]*$/m.test(masked)) say("L6", "an empty or unclosed link");
  body.replace(/^```([a-z]*)[\s\S]*?^```$/gm, (block, language: string, offset: number) => {
    if (language === "") say("L6", "a code fence without a language", bodyLine + body.slice(0, offset).split("\n").length - 1);
    return block;
  });
  masked.split("\n").forEach((line, i) => {
    if (hasUnpaired(line)) say("L6", "unpaired ` or **", bodyLine + i);
  });
}

/** One section; answers its size. */
function lintSection(section: Section, { language, place }: { language: Language; place: number }, say: Say): number {
  const prose = proseOf(section.text);
  const size = language === "zh" ? hanCount(prose) : wordCount(prose);
  const wanted = SECTION_SIZES[language][place];
  if (wanted && isOutside(size, wanted)) say("L5", `${size} ${UNITS[language]}; ${wanted.join(" to ")} wanted`);
  if (language === "zh") {
    const latin = (prose.match(/[A-Za-z]/g) ?? []).length;
    const share = size / (size + latin || 1);
    if (share < MIN_HAN_SHARE) say("L4", `only ${Math.round(100 * share)} % Han characters`);
  }
  lintProse(section.text, language, say);
  const bullets = BULLETS.get(place);
  const count = (section.text.match(/^- /gm) ?? []).length;
  if (bullets && isOutside(count, bullets)) say("L5", `${count} bullets; ${bullets.join(" to ")} wanted`);
  if (place === EXAMPLE && !/^```/m.test(section.text)) say("L5", "no code and no figure");
  return size;
}

function lintTotals(totals: Readonly<Record<Language, number>>, say: Say): void {
  for (const language of Language.options)
    if (isOutside(totals[language], TOTALS[language]))
      say("L5", `${HEADINGS[language][0]} has ${totals[language]} ${UNITS[language]}; ${TOTALS[language].join(" to ")} wanted`);
  const ratio = totals.zh / totals.en;
  if (isOutside(ratio, HAN_PER_WORD))
    say(
      "L5",
      `${ratio.toFixed(2)} Han characters per English word; ${HAN_PER_WORD.join(" to ")} wanted (one language is an abridgement)`,
    );
}

/** The code of the worked example without comments and figures. */
function exampleCode(body: string, language: Language): string {
  const text = sectionsOf(body, language)[EXAMPLE]?.text ?? "";
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)]
    .filter(([, kind]) => kind !== "text" && kind !== "mermaid")
    .map(([, , code]) => (code ?? "").replace(/(^|\s)(#(?!!)|\/\/).*$/gm, "").replace(/\s+$/gm, ""))
    .join("\n---\n");
}
