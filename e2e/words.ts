/** The words by which a person finds their way, in both languages; the tests look for these. */
export const WORDS = {
  en: {
    goal: "Learning goal",
    generate: "Generate roadmap",
    ready: "Your roadmap is ready",
    gaps: "Ready, with gaps",
    open: "Open the roadmap",
    example: "Build and ship a front end in TypeScript and React",
  },
  zh: {
    goal: "学习目标",
    generate: "生成路线图",
    ready: "你的路线图画好了",
    gaps: "画好了，但有缺漏",
    open: "打开路线图",
    example: "想学 Python 做数据分析",
  },
} as const;
export type PageLanguage = keyof typeof WORDS;
