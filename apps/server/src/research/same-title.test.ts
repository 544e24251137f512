import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pageTitles } from "./page-title.ts";
import { isSameTitle } from "./same-title.ts";

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
