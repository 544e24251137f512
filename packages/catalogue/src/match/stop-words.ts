import { stemOf } from "./fold-text.ts";

/** English words that say nothing about the subject: grammar, wanting, learning, making, and what every learner's sentence is dressed in. */
const ENGLISH = `
a an the i im me my mine myself you your we our us it its this that these those there is am are be been being was were do does did done
can could will would should shall may might must not no so such but if than as at by for from in into of off on onto out over per to up via with
without within about after before between through toward using use used how what which who why when where while because instead
lern learn learned learning study studying teach understand know knowing master mastering improve practice practise start starting started begin beginning beginner beginer begginer begginner
newbie zero scratch basic fundamental essential intro introduction introductory tutorial course guide bootcamp roadmap path lesson crash quick quickly fast easy easily simple
properly well better best good great really very just also too even only some any all more most lot way thing stuff finally able
want wanna like love need needed hope wish get getting got go make making made build building built create creating develop developing developer development dev
write writing code coding program programming programmer engineer ship shipping work working job career become becoming help please hello hi thank
app application project product side own personal new first real world month week day hour year confusing language hard difficult again
modern absolute give tell one two three four five six ten
company team colleague lab school university hobby fun people someone
now next soon later yet ever never always often already first second last old young little bit lot few much many several every each both again
pls plz thx lol gonna gimme yes okay ok hey dear sir maybe perhaps actually really simply total totally complete completely absolutely
junior senior intern certificate certified expert level skill knowledge experience topic subject concept idea explain understanding difference different vs versus comfortable confident serious seriously
`;

const STOPS: ReadonlySet<string> = new Set(ENGLISH.trim().split(/\s+/).map(stemOf));

/** The stems of all words that say nothing about the subject. */
export const stopWords = (): readonly string[] => [...STOPS];

/** Whether a stem says nothing about the subject. */
export const isStopWord = (stem: string): boolean => STOPS.has(stem) || /^\d+$/.test(stem);

// longest first within each list: a shorter one may be the head of a longer
const byLength = (words: string): readonly string[] =>
  words
    .trim()
    .split(/\s+/)
    .toSorted((a, b) => b.length - a.length);

const ANYWHERE = `零基础 从零开始 从零 从头 入门 教程 怎么 如何 怎样 什么 为什么 基础 学习路线 路线图 路线 自学 学会 学好 掌握 精通 了解 搞懂 弄懂 看不懂 想要 希望
打算 准备 开始 快速 初学者 新手 转行 工作 项目 实战 进阶 课程 使用 可以 能够 一个 一下 自己 个人 相关 知识 技能 方面 帮我 请 熟练 系统地 系统 简单 用到 一些 最好是 最好 比较 推荐 适合`;
const AT_START = byLength(
  `${ANYWHERE} 我 想 学完 学习 学 用 找到 能 做 个 让 把 从 转 找 在 成为 一名 会 要 搞 写 第一个 去 来 的 给 为了 为 需要 能 对 上 一份 它 并 也`,
);
const AT_END = byLength(
  `${ANYWHERE} 怎么办 怎么用 怎么学 怎么写 怎么搭 是什么 要会的 编程 开发 语言 工程师 的 吗 呢 了 啊 课 写 做 用 学 来 去 上 里 中 好 方法 技巧 技术`,
);

/** What is left of a run of Han characters when the words around the subject are taken off both its ends; empty if nothing is. */
export function hanCore(run: string): string {
  let core = run;
  for (;;) {
    const start = AT_START.find((w) => core.startsWith(w));
    if (start !== undefined) {
      core = core.slice(start.length);
      continue;
    }
    const end = AT_END.find((w) => core.endsWith(w));
    if (end === undefined) return core;
    core = core.slice(0, -end.length);
  }
}

/** A clause from its first word that says something: "learn Java" is about "Java". */
export function withoutOpening(clause: string): string {
  const words = clause.split(/\s+/);
  const first = words.findIndex((word) => !isStopWord(stemOf(word.toLowerCase())));
  return words.slice(Math.max(first, 0)).join(" ");
}
