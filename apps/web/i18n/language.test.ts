import assert from "node:assert/strict";
import { test } from "node:test";
import { langOfWords, pageLanguage } from "./language.ts";

test("WEB4 the page follows Accept-Language until a language is chosen", () => {
  assert.equal(pageLanguage(undefined, "zh-CN,zh;q=0.9,en;q=0.8"), "zh");
  assert.equal(pageLanguage(undefined, "en-GB,en;q=0.9,zh;q=0.8"), "en");
  assert.equal(pageLanguage(undefined, "de, en;q=0.3, zh-Hans;q=0.7"), "zh");
  assert.equal(pageLanguage("en", "zh-CN"), "en");
  assert.equal(pageLanguage("zh", "en"), "zh");
});

test("WEB4 an unknown, refused or missing language is English", () => {
  assert.equal(pageLanguage(undefined, null), "en");
  assert.equal(pageLanguage("fr", "de"), "en");
  assert.equal(pageLanguage(undefined, "zh;q=0, *"), "en");
});

test("WEB4 words that a person wrote are set by the language they are in", () => {
  assert.equal(langOfWords("Leave out “testing”"), "en");
  assert.equal(langOfWords("去掉 testing"), "zh-CN");
});
