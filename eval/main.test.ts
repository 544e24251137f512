import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { startScriptedModelServer, type ScriptedRequest } from "@wayfinder/llm/testing/scripted-model-server";
import { goodAnswers } from "@wayfinder/pipeline/testing/good-answers";

const EVAL = new URL("../eval.mjs", import.meta.url).pathname;

/** `npm run eval` with an environment that holds nothing but what is given. */
async function evaluation(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [EVAL, ...args], { env: { ...env } });
  const exited = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [out, problems, code] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { out, problems, code };
}

test("PR1 PR2 PR3 PR4 PR7 eval: without a model every figure is printed, and as JSON at the end", async () => {
  const { out, problems, code } = await evaluation([]);
  assert.deepEqual([code, problems], [0, ""]);
  for (const figure of [
    /^sound after repair \(PR1–PR5\) +100 %$/gm,
    /^repairs per roadmap \(PR7\) +\d/gm,
    /^duplicates left, by name or alias \(PR2\) +\d/gm,
    /^redundant edges left \(PR2\) +0$/gm,
    /^known skills taught \(PR3\) +0$/gm,
    /^hours within ±10 % \(PR4\) +100 %$/gm,
    /^must-have concepts covered +9\d/gm,
    /^prerequisite pairs in order +9\d/gm,
  ])
    assert.equal(out.match(figure)?.length, 2, `${figure}: once for the answers by hand, once for those by a model`);
  assert.match(out, /No model is configured/);
  assert.partialDeepStrictEqual(JSON.parse(out.trim().split("\n").at(-1) ?? ""), {
    recorded: { by_model: { refused: 0 } },
    live: null,
  });
});

/** A model that writes a small roadmap, a worse one when simply asked, and judges rightly. */
function answer({ mode, schema_name, system, prompt }: ScriptedRequest): string {
  const better = prompt.indexOf("Starter care") < prompt.indexOf('name="roadmap_B"') ? "A" : "B";
  if (schema_name === "judgement") return JSON.stringify({ better });
  if (mode === "text" && system === "You are a helpful assistant.") return "## Bake\n- Bread (1 h)";
  return goodAnswers({
    system,
    prompt,
    ...(schema_name === null ? {} : { schema: { name: schema_name, json: {} } }),
    max_output_tokens: 1,
  });
}

test("Eval: with LLM_* the same command generates, scores and compares over the wire, for the goals that are named", async () => {
  await using server = await startScriptedModelServer({ answer });
  const { out, problems, code } = await evaluation(["--json", "sourdough"], {
    LLM_PROVIDER: "openai-compatible",
    LLM_BASE_URL: server.base_url,
    LLM_MODEL: "scripted",
    LLM_MODE: "json_schema",
    LLM_API_KEY: "k",
  });
  assert.deepEqual([code, problems], [0, ""]);
  assert.partialDeepStrictEqual(JSON.parse(out), {
    live: {
      summary: { outputs: 1, refused: 0, sound: 100 },
      verdicts: { sourdough: "win" },
      against_one_shot: { win: 1, tie: 0, loss: 0, not_judged: 0 },
    },
  });
});

test("Eval: a goal that there is not is named, and nothing is asked", async () => {
  const { out, problems, code } = await evaluation(["sourdogh"]);
  assert.deepEqual([code, out], [1, ""]);
  assert.match(problems, /There is no goal sourdogh\..*sourdough/);
});
