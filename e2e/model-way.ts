import type { Page } from "playwright-core";
import { WORDS, type PageLanguage } from "./words.ts";

/** What a person reads and presses on the way of a model's roadmap, and what they write. */
export const WAY = {
  en: {
    goal: "Bake sourdough bread at home",
    concepts: ["Flour", "Starter care", "Shaping", "Baking"],
    look: "Let me look at the structure before the content is written",
    assumed: "an oven at home",
    correction: "There is no oven, only a pan with a lid",
    corrected: "a pan with a lid",
    wrong: "Not right? Say what is",
    right: "What is right instead?",
    again: "Start over with this",
    wish: "What should be different?",
    ask: "Ask for changes",
    added: "Scoring",
    name: "Name",
    rename: "Rename",
    renamed: "Shaping a loaf",
    up: "Move up",
    no_effect: "This would leave the roadmap as it is. “Starter care” needs “Flour”, so it cannot come before it.",
    date: "By a date",
    too_late: /^\d+ Nov \d{4} at the latest\.$/,
    test: "Test the model",
    refused: "The provider refuses this server’s key",
    approve: "Approve and write the content",
    failed: "1 part could not be written.",
    part: (name: string) => `Try again: ${name}: Quiz`,
    parts: "Retry this part",
    look_at: "Look at it",
    finished: "Everything asked for is written.",
    written: "4 concepts in 2 stages, each with a tutorial, resources and a quiz.",
    retry: "Try again",
    search: (name: string) => `Search for “${name} by hand book”`,
    lesson: (name: string) => `${name}: why it matters`,
    check: "Check answer",
    correct: "Right.",
  },
  zh: {
    goal: "在家烤酸面包",
    concepts: ["面粉", "养酵头", "整形", "烘烤"],
    look: "撰写内容之前，先让我看一遍结构",
    assumed: "家里有烤箱",
    correction: "没有烤箱，只有一口带盖的锅",
    corrected: "一口带盖的锅",
    wrong: "不对？告诉我们正确的",
    right: "应该是怎样的？",
    again: "按这个重新开始",
    wish: "哪里要改？",
    ask: "请按我写的改",
    added: "割包",
    name: "名称",
    rename: "改名",
    renamed: "面包整形",
    up: "上移",
    no_effect: "这样改，路线图不会有变化。“养酵头”以“面粉”为先修，不能排在它前面。",
    date: "指定日期前",
    too_late: /^不能晚于 \d{4}年\d+月\d+日。$/,
    test: "测试模型",
    refused: "服务商不接受这台服务器的密钥",
    approve: "同意，开始写内容",
    failed: "有 1 项没写成",
    part: (name: string) => `重试：${name}：测验`,
    parts: "重试这 1 项",
    look_at: "去看看",
    finished: "每个都有教程、资料和测验。",
    written: "2 个阶段，4 个概念，每个都有教程、资料和测验。",
    retry: "再试一次",
    search: (name: string) => `搜索“${name} 入门书”`,
    lesson: (name: string) => `${name}：为什么重要`,
    check: "核对答案",
    correct: "答对了。",
  },
} as const satisfies Record<PageLanguage, object>;

/** Fills the form, asks for a look at the structure, sends it; resolves on the live page. */
export async function begin(page: Page, web_url: string, { language, goal }: { language: PageLanguage; goal: string }) {
  await page.goto(`${web_url}/app/new`);
  await page.getByLabel(WORDS[language].goal).fill(goal);
  await page.getByText(WAY[language].look).click();
  await page.getByRole("button", { name: WORDS[language].generate }).click();
  await page.waitForURL(/\/app\/tasks\/[^/]+$/);
}
