import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  ChangeRequest,
  CorrectRequest,
  FieldRule,
  GenerateRequest,
  type Language,
  type ModelSettings,
  ModelSettingsRequest,
  ModelTestFailure,
  type Problem,
  type ProblemCode,
  PROBLEMS,
  QuizAnswer,
  RegenerateRequest,
  ReviewDecision,
} from "@wayfinder/protocol";
import { createTranslator } from "next-intl";
import { messages as en } from "#web/messages/en/index.ts";
import { messages as zh } from "#web/messages/zh/index.ts";
import { fieldWords, problemWords, type ProblemTexts } from "./problem-words.ts";

const LANGUAGES = { en, zh } as const;
const CODES = Object.keys(PROBLEMS) as ProblemCode[];
const textsOf = (locale: Language): ProblemTexts => {
  const messages: typeof en = LANGUAGES[locale];
  return createTranslator({ locale, messages, namespace: "problems", timeZone: "UTC" }) as unknown as ProblemTexts;
};
/** What the settings page says of a failed test. */
function failed(locale: Language, failure: ModelTestFailure | "unknown", source: ModelSettings["source"]): string {
  const messages: typeof en = LANGUAGES[locale];
  const t = createTranslator({ locale, messages, namespace: "settings.model.result.failure" });
  return t(failure, { source, model: "gpt-9" });
}
const problem = (code: string, more: Partial<Problem> = {}): Problem => ({
  type: "",
  title: "The title in English",
  status: 400,
  detail: "What happened, in English.",
  code,
  ...more,
});
/** What a page may not say in Chinese: words of more than an abbreviation, but for names of variables and of things of the web. */
const ENGLISH = /[a-z]{2,}/;
const strip = (text: string) => text.replaceAll(/\b(?:Cookie|[A-Z_]{2,})\b/g, "");

describe("each language has words", () => {
  test("WEB17 for every code of the catalogue, every rule of a field and every failed test of a model, and for nothing else", () => {
    for (const { problems, settings } of [en, zh] as (typeof en)[]) {
      const codes: Record<ProblemCode, string> = problems.codes;
      assert.deepEqual(Object.keys(codes).sort(), [...CODES].sort());
      const rules: Record<FieldRule, string> = problems.rules;
      assert.deepEqual(Object.keys(rules).sort(), [...FieldRule.options].sort());
      const failures: Record<ModelTestFailure | "unknown", string> = settings.model.result.failure;
      assert.deepEqual(Object.keys(failures).sort(), ["unknown", ...ModelTestFailure.options].sort());
    }
  });

  test("WEB17 for every field that a page sends; what no person sets has none", () => {
    const set_by_machine = ["version", "decision"];
    const sent = [
      GenerateRequest,
      ModelSettingsRequest,
      ChangeRequest,
      CorrectRequest,
      RegenerateRequest,
      ReviewDecision,
      QuizAnswer,
    ].flatMap((schema) => Object.keys(schema.shape));
    const named = [...new Set(sent)].filter((name) => !set_by_machine.includes(name));
    assert.deepEqual(Object.keys(en.problems.fields).sort(), named.sort());
  });

  test("WEB17 that fill their holes: nothing of English is left in Chinese, nor of Chinese in English", () => {
    for (const locale of ["en", "zh"] as const) {
      const t = textsOf(locale);
      const said = [
        ...CODES.map((code) => problemWords(t, problem(code, { retry_after_s: 5 }))),
        ...FieldRule.options.map((rule) => {
          const limit = rule === "too_early" || rule === "too_late" ? "2026-11-24" : 3;
          return fieldWords(t, { path: "known_skills.2", message: "in English", rule, limit }) ?? "";
        }),
      ];
      for (const words of said) {
        assert.notEqual(words, "");
        assert.doesNotMatch(words, /[{}]|problems\.|\bNaN\b|Invalid/);
        if (locale === "zh") assert.doesNotMatch(strip(words), ENGLISH);
        else assert.doesNotMatch(words, /[\u4e00-\u9fff]/);
      }
    }
  });

  test("WEB17 that say of a failed test of a model what its owner can do, who is not the same for every model", () => {
    for (const failure of [...ModelTestFailure.options, "unknown"] as const) {
      const [mine, chinese] = (["en", "zh"] as const).map((locale) => failed(locale, failure, "own"));
      assert.match(chinese ?? "", /[\u4e00-\u9fff]/);
      assert.doesNotMatch(strip(chinese ?? "").replace("gpt-9", ""), ENGLISH);
      assert.doesNotMatch(`${mine}${chinese}`, /[{}]|LLM_API_KEY|LLM_MODEL/);
    }
    assert.match(failed("en", "key_refused", "own"), /enter another one below\.$/);
    assert.match(failed("zh", "key_refused", "instance"), /^服务商不接受这台服务器的密钥.*LLM_API_KEY。$/);
    assert.match(failed("zh", "model_not_found", "own"), /gpt-9/);
  });
});

describe("a problem is worded by its data", () => {
  const [english, chinese] = [textsOf("en"), textsOf("zh")];

  test("WEB17 a wrong field by its name, rule and bound", () => {
    const wrong = problem("invalid_request", {
      errors: [
        { path: "goal", message: "must hold at most 2000 characters", rule: "too_long", limit: 2000 },
        { path: "deadline", message: "must be after the start", rule: "too_early", limit: "2026-11-24" },
      ],
    });
    assert.equal(
      problemWords(english, wrong),
      "Learning goal: At most 2,000 characters. Finish by: 24 Nov 2026 at the earliest.",
    );
    assert.equal(problemWords(chinese, wrong), "学习目标：最多 2000 个字符。最晚完成日期：不能早于 2026年11月24日。");
  });

  test("WEB17 an entry of a list by its number, from 1", () => {
    const error = { path: "known_skills.3", message: "", rule: "too_long", limit: 100 } as const;
    assert.equal(fieldWords(english, error), "At most 100 characters. (entry 4)");
    assert.equal(fieldWords(chinese, error), "第 4 项：最多 100 个字符。");
  });

  test("WEB17 what no person can mend is not named: a field of the page's own, a body that is no JSON", () => {
    for (const path of ["body", "version", "patch.0.node"]) {
      const words = problemWords(chinese, problem("invalid_request", { errors: [{ path, message: "no", rule: "malformed" }] }));
      assert.equal(words, zh.problems.codes.invalid_request);
    }
  });

  test("WEB17 the objections to an edit, which are in the roadmap's language", () => {
    const errors = [
      { path: "PR1", message: "“甲”以自己为先修。" },
      { path: "PR2", message: "“甲”把“乙”列了两次。" },
    ];
    assert.equal(
      problemWords(chinese, problem("edit_not_sound", { errors })),
      "路线图不能这样改。“甲”以自己为先修。“甲”把“乙”列了两次。",
    );
    assert.equal(problemWords(chinese, problem("edit_not_sound")), "路线图不能这样改。");
    const mended = problem("edit_not_sound", { no_effect: true, errors: [{ path: "order", message: "Put them in order." }] });
    assert.equal(problemWords(english, mended), "This would leave the roadmap as it is. Put them in order.");
  });

  test("WEB17 when to come back, where the server says so", () => {
    assert.match(problemWords(english, problem("overloaded", { retry_after_s: 1 })), /again in 1 second\.$/);
    assert.match(problemWords(english, problem("overloaded")), /again in a moment\.$/);
    assert.match(problemWords(chinese, problem("overloaded", { retry_after_s: 7 })), /请过 7 秒再试。$/);
  });

  test("WEB17 a server newer than the page, or a proxy's page, is said with its status and no detail", () => {
    const words = problemWords(chinese, problem("made_up_later", { status: 418 }));
    assert.match(words, /HTTP 418/);
    assert.doesNotMatch(words, /English/);
    const later = { path: "goal", message: "later", rule: "made_up_later" as FieldRule };
    assert.equal(fieldWords(chinese, later), undefined);
  });
});
