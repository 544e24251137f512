import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pageTitles } from "./page-title.ts";
import { isOtherPage, isSameTitle } from "./same-title.ts";

describe("titles", () => {
  test("PR10 the words that matter decide, not case, accents, publishers or order", () => {
    const same: [string, string][] = [
      ["useEffect – React documentation", "useEffect – React"],
      ["The Rust Programming Language", "The Rust Programming Language - The Rust Programming Language"],
      ["Café Culture", "cafe culture in Paris"],
      ["Introduction to Algorithms", "Introduction to Algorithms, fourth edition | MIT Press"],
      ["深入理解计算机系统", "深入理解计算机系统(豆瓣)"],
      ["Guide", "A guide to everything"],
    ];
    for (const [claimed, found] of same) assert.ok(isSameTitle(claimed, found), `${claimed} / ${found}`);
    const others: [string, string][] = [
      ["The Rust Programming Language", "The Go Programming Tour"],
      ["深入理解计算机系统", "计算机入门"],
      ["Introduction to Algorithms", "Introduction to Baking"],
      ["The Guide", "Page not found"],
      ["xq7 zzk pfft", "Example Domain"],
      ["", "Anything"],
      ["!!!", "!!!"],
    ];
    for (const [claimed, found] of others) assert.ok(!isSameTitle(claimed, found), `${claimed} / ${found}`);
  });

  test("PR10 errors, doors and notices are no pages, however they repeat the words; a resource may be about such things", () => {
    for (const [claimed, found] of [
      ["Python tutorial", "Page Not Found | Python Tutorial"],
      ["React documentation", "404 – React"],
      ["MDN Web Docs: Closures", "Sign in – MDN Web Docs Closures"],
      ["The Rust Book", "Buy cheap rust book domain"],
      ["Python tutorial", "Python tutorial: this page does not exist"],
      ["Python tutorial", "Before you continue to Python tutorial"],
      ["Python tutorial", "Just a moment... Python tutorial"],
      ["Python 教程", "页面不存在 - Python 教程"],
      ["Python 教程", "登录 - Python 教程"],
      ["Python 教程", "安全验证 Python 教程"],
    ] as const)
      assert.ok(isOtherPage(claimed, found), `${claimed} / ${found}`);
    for (const [claimed, found] of [
      ["HTTP 404 Not Found", "404 Not Found - HTTP | MDN"],
      ["Building a login form", "How to build a login form"],
      ["HTTP cookies", "Using HTTP cookies - HTTP | MDN"],
      ["用户登录的实现", "用户登录的实现 - 教程"],
      ["Python tutorial", "The Python Tutorial — Python 3.14 documentation"],
      ["Logging", "Logging HOWTO"],
    ] as const)
      assert.ok(!isOtherPage(claimed, found), `${claimed} / ${found}`);
  });

  test("PR10 a page's title is read in its own charset, with its entities", () => {
    const gbk = Buffer.concat([Buffer.from("<title>"), Buffer.from([0xd6, 0xd0, 0xce, 0xc4]), Buffer.from("</title>")]);
    assert.deepEqual(pageTitles(gbk, "text/html; charset=gbk"), ["中文"]);
    const meta = Buffer.concat([Buffer.from('<meta charset="gb18030">'), gbk]);
    assert.deepEqual(pageTitles(meta, "text/html"), ["中文"]);
    const entities = Buffer.from("<title>\n A &amp; B&#8212;C &#x4E2D; &unknown; </title>");
    assert.deepEqual(pageTitles(entities, "text/html; charset=nobody"), ["A & B—C 中 &unknown;"]);
    assert.deepEqual(pageTitles(Buffer.from("<p>none</p>"), "text/html"), []);
    assert.deepEqual(pageTitles(Buffer.from("{}"), "application/json"), []);
  });
});
