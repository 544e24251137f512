import { stemOf } from "./fold-text.ts";
import type { PhraseMatch } from "./phrase-match.ts";
import { positionsOf, type Token, type TokenText } from "./tokens.ts";

/** How certain it is that a name found in a text is meant as such: in passing, as a name, or as that which the person asks for. */
export const SURENESS = ["weak", "sure", "asked"] as const;
export type Sureness = (typeof SURENESS)[number];

/** Names that are words of everyday English: alone they are not sure, because people react, shells are collected and permissions given. */
const ORDINARY = new Set(
  `react pandas python shell container terminal closure function promise async grid viewport lighthouse unknown cookie stat statistic request review kill
  background forward init self depend outlier probability deploying plot graph response responsive median variance
  normalisation overfitting website webpage accessibility flex groupby destructuring supervised`
    .split(/\s+/)
    .map(stemOf),
);
/** From this many Han characters on a name is no accident. */
const SURE_HAN = 4;
/** More words than this between the words of a name, and they only happen to stand in one sentence. */
const MOST_BETWEEN = 3;

const LEARNING = new Set(
  "learn lern learning study studying master mastering understand teach tutorial course roadmap bootcamp".split(" "),
);
const BETWEEN = new Set("a an the to use using how about some more of some my basic modern plain".split(" "));
const USING = new Set("in with using use via".split(" "));
const FOLLOWING = new Set(
  "tutorial course roadmap bootcamp guide beginner basic fundamental essential developer dev development programming programmer engineer newbie intro lesson from path".split(
    " ",
  ),
);
const LEARNING_ZH =
  /(?:学|学习|学会|学点|学一点|学一下|自学|入门|精通|搞懂|掌握|用|换成|转到|转|做|写|建|搭|搭建|制作|开发)(?:个|一个|一些|自己的|我的|好)?$/u;
const FOLLOWING_ZH = /^(?:零基础|入门|教程|基础|怎么|编程|开发|课|面试|语言|学习|工程师|框架|实战|是什么|从零)/u;
const MAKING = new Set("make making build building create creating design develop code launch publish have".split(" "));
const MAKING_ZH = /[做建搭写][^不]{0,6}$/u;
/** Between "make" and what is made: "make my own small website". */
const MAKING_REACH = 5;

/** How sure a name found in a text is. */
export function surenessOf(match: PhraseMatch, text: TokenText): Sureness {
  if (match.exact || isAskedFor(match, text)) return "asked";
  return isName(match, text) ? "sure" : "weak";
}

function isName({ phrase, cover }: PhraseMatch, text: TokenText): boolean {
  if (phrase.key.includes(" ") && ` ${text.key} `.includes(` ${phrase.key} `)) return true;
  const tokens = text.tokens.filter((t) => positionsOf(t).some((at) => cover.has(at)));
  const [only] = phrase.words;
  if (phrase.words.length === 1 && phrase.han.length === 0 && only !== undefined)
    return !ORDINARY.has(only) || tokens.some((t) => isCapitalised(t, text));
  if (phrase.words.length === 0 && phrase.han.length === 1) return (phrase.han[0]?.length ?? 0) >= SURE_HAN;
  const order = phrase.words.map((word) => tokens.findIndex((t) => t.text === word));
  if (order.some((at, i) => i > 0 && at < (order[i - 1] ?? 0))) return false;
  const places = tokens.map((t) => text.tokens.indexOf(t));
  const between = Math.max(...places) - Math.min(...places) + 1 - tokens.length;
  return between <= MOST_BETWEEN && new Set(tokens.map((t) => t.clause)).size === 1;
}

/** "we use React": a capital after a word that has none marks a name. */
function isCapitalised(token: Token, text: TokenText): boolean {
  const clause = text.clauses[token.clause] ?? "";
  return new RegExp(
    `(?:(?:^|\\s)\\p{Ll}\\S*\\s+|\\p{Script=Han}\\s*)${token.text.slice(0, 1).toUpperCase()}${token.text.slice(1)}`,
    "u",
  ).test(clause);
}

/** "learn React", "statistics for psychologists", "学 React", "React tutorial", "React 入门", "make my own website". */
function isAskedFor({ cover, owner }: PhraseMatch, text: TokenText): boolean {
  const { tokens } = text;
  const isFollowing = (word: string) => FOLLOWING.has(word) || (word === "for" && owner.kind === "goal");
  return tokens.some((token, i) => {
    if (!cover.has(token.at) && token.kind === "word") return false;
    const before = tokens[i - 1]?.clause === token.clause ? tokens[i - 1] : undefined;
    const after = tokens[i + 1]?.clause === token.clause ? tokens[i + 1] : undefined;
    if (token.kind === "han") return isAskedForInRun(token, cover);
    if (before && (before.kind === "word" ? USING.has(before.text) : LEARNING_ZH.test(before.text))) return true;
    if (before?.kind === "word" && before.text !== "to" && isAfterLearning(tokens.slice(0, i), token.clause)) return true;
    if (after && (after.kind === "word" ? isFollowing(after.text) : FOLLOWING_ZH.test(after.text))) return true;
    const recent = tokens.slice(Math.max(0, i - MAKING_REACH), i).filter((t) => t.clause === token.clause);
    return /^web(?:site|page|dev)$/.test(token.text) && recent.some((t) => MAKING.has(t.text));
  });
}

/** "learn to use the terminal": only small words stand between. */
function isAfterLearning(before: readonly Token[], clause: number): boolean {
  const nearest = before.findLast((t) => t.clause !== clause || t.kind === "han" || !BETWEEN.has(t.text));
  return nearest?.clause === clause && LEARNING.has(nearest.text);
}

function isAskedForInRun(run: Token, cover: ReadonlySet<number>): boolean {
  const chars = [...run.text].map((_, i) => i);
  const first = chars.find((i) => cover.has(run.at + i));
  if (first === undefined) return false;
  const last = chars.findLast((i) => cover.has(run.at + i)) ?? first;
  const before = run.text.slice(0, first);
  if (/^网[站页]/u.test(run.text.slice(first)) && MAKING_ZH.test(before)) return true;
  return LEARNING_ZH.test(before) || FOLLOWING_ZH.test(run.text.slice(last + 1));
}
