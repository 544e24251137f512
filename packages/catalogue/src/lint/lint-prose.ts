import type { Language } from "@wayfinder/protocol";
import { proseOf } from "./measure-text.ts";
import type { Say } from "./say.ts";

const HYPE_EN =
  /\b(simply|obviously|of course|effortless(?:ly)?|seamless(?:ly)?|powerful|unlock|dive into|leverage|game.?chang\w+|cutting.edge|blazing\w*|supercharge|delve)\b/i;
const HYPE_ZH = /(轻松|赋能|众所周知|不言而喻|小白|秒懂|保姆级|干货|手把手|强大的|一文读懂|您|进行一个|的话语)/;
const AMERICAN =
  /\b(behaviors?|colors?|colored|favorites?|gr[a]y|center(?:ed|s)?|catalogs?|analyz\w+|organiz\w+|optimiz\w+|initializ\w+|recogniz\w+|summariz\w+|customiz\w+|normaliz\w+|serializ\w+|memoriz\w+|labeled|canceled|modeling)\b/i;
const TRADITIONAL = /[這個們來說對時會為過還從後開關點變數應該讓與頁標選擇環讀寫權據]/;
const FOREIGN_TERMS = /(缺省值|回呼|物件|函式|程式|伺服器|資料|钩子函数|預設|介面|使用者)/;
const HALF_WIDTH = /\p{Script=Han}[,;:?!]|\p{Script=Han}\.(?=\s|$)/u;
const NO_SPACE = /\p{Script=Han}[A-Za-z0-9□]|[A-Za-z0-9□]\p{Script=Han}/u;

/** Words that do not belong (L11) and, in Chinese, terms, characters and spacing (L12). Code is left out. */
export function lintProse(text: string, language: Language, say: Say): void {
  const prose = proseOf(text);
  const check = (pattern: RegExp, rule: string, message: (found: string) => string) => {
    const found = pattern.exec(prose)?.[0];
    if (found !== undefined) say(rule, message(found));
  };
  if (language === "en") {
    check(HYPE_EN, "L11", (m) => `hype or talking down: "${m}"`);
    check(AMERICAN, "L11", (m) => `American spelling: "${m}"`);
    check(/\p{Script=Han}/u, "L11", () => "Chinese in the English text");
    return;
  }
  check(HYPE_ZH, "L11", (m) => `套话: "${m}"`);
  check(TRADITIONAL, "L12", (m) => `traditional character "${m}"`);
  check(FOREIGN_TERMS, "L12", (m) => `term "${m}" (see FORMAT.md, terms)`);
  check(HALF_WIDTH, "L12", (m) => `half-width punctuation after Chinese: "${m}"`);
  check(NO_SPACE, "L12", (m) => `no space between Chinese and "${m}" (□ stands for inline code)`);
}
