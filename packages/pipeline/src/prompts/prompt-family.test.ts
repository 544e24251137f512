import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalogue } from "@wayfinder/catalogue";
import { StepRefusal } from "@wayfinder/engine";
import type { Goal } from "@wayfinder/protocol";
import { askForText } from "../model/ask.ts";
import { goodAnswers } from "../testing/good-answers.ts";
import { ModelRun } from "../testing/model-run.ts";
import { sampleGoal } from "../testing/sample-data.ts";
import { scriptedStep } from "../testing/scripted-step.ts";
import { promptFamily } from "./prompt-family.ts";
import { promptVersions, PROMPT_FAMILIES } from "./prompt-versions.ts";
import type { Prompt } from "./prompt.ts";

const VERSION_1: Prompt<string> = {
  id: "greeting",
  version: "1.0.0",
  role: "writer",
  system: "Greet briefly.",
  render: (name) => name,
  max_output_tokens: 100,
  requirements: [],
};
const VERSION_2: Prompt<string> = { ...VERSION_1, version: "2.0.0", system: "Greet warmly." };
const BEFORE = promptFamily<Prompt<string>>(VERSION_1);
const AFTER = promptFamily<Prompt<string>>(VERSION_1, VERSION_2);

/** What a task of a goal asks after the new version was installed. */
async function asked(goal: Goal) {
  const { context, kit, requests, calls } = scriptedStep({ goal, answer: () => "hello" });
  const read = (text: string) => ({ ok: true, value: text }) as const;
  await askForText(context, kit, { prompt: AFTER.pinned(goal), data: "Ada", key: "greeting", read });
  return { system: requests[0]?.system.split("\n")[0], prompt: calls[0]?.prompt.split("#")[0] };
}

test("Prompts: a run in flight keeps the version it began with, new tasks get the newest", async () => {
  const inFlight: Goal = { ...sampleGoal("en"), prompts: promptVersions([BEFORE]) };
  const begun: Goal = { ...sampleGoal("en"), prompts: promptVersions([AFTER]) };
  assert.deepEqual(await asked(inFlight), { system: "Greet briefly.", prompt: "greeting@1.0.0" });
  assert.deepEqual(await asked(begun), { system: "Greet warmly.", prompt: "greeting@2.0.0" });
  assert.deepEqual(await asked(sampleGoal("en")), { system: "Greet warmly.", prompt: "greeting@2.0.0" });
});

test("Prompts: a version that is gone is said in the learner's language", () => {
  for (const [language, words] of [
    ["en", /version 0\.9\.0 of the prompt “greeting”.*it has 2\.0\.0.*Generate/],
    ["zh", /“greeting”的 0\.9\.0 版.*重新生成/],
  ] as const)
    assert.throws(
      () => AFTER.pinned({ prompts: { greeting: "0.9.0" }, language }),
      (error) => error instanceof StepRefusal && words.test(error.message),
    );
});

const catalogue = loadCatalogue();
/** Asked only when a critic finds something serious. */
const SERIOUS = JSON.stringify({ scores: {}, findings: [{ kind: "off_goal", serious: true, message: "Not about bread." }] });
const run = (prompts: Record<string, string> | undefined) => {
  const answer: typeof goodAnswers = (request) => (request.schema?.name === "critique" ? SERIOUS : goodAnswers(request));
  const made = new ModelRun({ catalogue, answer });
  const goal: Goal = { ...sampleGoal("en"), ...(prompts === undefined ? {} : { prompts }) };
  return made.toEnd(goal).then((events) => ({ made, events }));
};

test("Prompts: every prompt of a run stands in the journal with its version and hash", async () => {
  const { made } = await run(promptVersions());
  const journalled = [...made.prompts].sort();
  assert.deepEqual(
    journalled.map((label) => label.split("#")[0]),
    PROMPT_FAMILIES.map(({ id, newest }) => `${id}@${newest.version}`).sort(),
  );
  for (const label of journalled) assert.match(label, /^[a-z-]+@\d+\.\d+\.\d+#[0-9a-f]{8}$/);
});

for (const { id } of PROMPT_FAMILIES)
  test(`Prompts PL7 PL8: every step reads the pins; without its version of ${id} only what needs it fails, in clear words`, async () => {
    const { made, events } = await run({ ...promptVersions(), [id]: "0.0.1" });
    assert.ok(![...made.prompts].some((label) => label.startsWith(`${id}@`)), "no other version steps in");
    const words = /version 0\.0\.1 of the prompt/;
    const last = events.at(-1);
    if (id === "intent-analysis" || id === "curriculum-design") {
      assert.equal(last?.type, "failed");
      assert.match(JSON.stringify(last), words);
      return;
    }
    assert.equal(last?.type, "completed");
    if (id === "structure-critique")
      assert.ok(events.some((event) => event.type === "validation_result" && event.critique?.available === false));
    else if (id === "roadmap-edit")
      assert.ok(events.some((e) => e.type === "progress" && e.status === "failed" && words.test(e.message ?? "")));
    else {
      assert.equal(made.failed.size, 4);
      for (const { unit, reason } of made.failed.values()) assert.ok(unit.endsWith(id) && words.test(reason));
    }
  });
