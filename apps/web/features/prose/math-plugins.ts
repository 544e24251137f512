import rehypeKatex from "rehype-katex";
import remarkMath from "remark-math";
import "katex/dist/katex.min.css";

/** What sets formulas: loaded when a text first has one. Commands that load or link are not trusted, and none may grow without end. */
export const mathPlugins = {
  remark: [remarkMath, { singleDollarTextMath: false }],
  rehype: [rehypeKatex, { trust: false, strict: "ignore", maxExpand: 500, maxSize: 20, errorColor: "var(--bad)" }],
} as const;
