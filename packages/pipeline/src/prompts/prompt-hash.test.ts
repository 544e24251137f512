import assert from "node:assert/strict";
import { test } from "node:test";
import type { Goal, Language } from "@wayfinder/protocol";
import { fnv1a } from "../text-hash.ts";
import { sampleGoal, sampleIntent, samplePlace, sampleRoadmap } from "../testing/sample-data.ts";
import type { AnyPrompt } from "./prompt-family.ts";
import { promptLabel } from "./prompt-hash.ts";
import { PROMPT_FAMILIES } from "./prompt-versions.ts";
import { curriculumDesignPrompt } from "./curriculum-design.ts";
import { tutorialPrompt } from "./tutorial.ts";

/**
 * The prompts that tasks have run with: the hash of the fixed words as the journal has it, and a hash of the question that they render
 * for sample data in both languages. A line is never changed: changed words are a new version with a line of its own.
 */
const PUBLISHED: Readonly<Record<string, string>> = {
  "curriculum-design@1.0.0": "49d03a14 da46739f",
  "curriculum-design@1.1.0": "076f112c 8a39aa0f",
  "intent-analysis@1.0.0": "020cd098 fe1f3972",
  "quiz@1.0.0": "8290e178 5c865afc",
  "resources@1.0.0": "04319d25 f8f51fd6",
  "roadmap-edit@1.0.0": "d21cdac3 9bb764d8",
  "structure-critique@1.0.0": "401801be 5d0c3b05",
  "structure-critique@1.1.0": "5553d66b 8296a8b1",
  "tutorial@1.0.0": "022120a5 fdbca3ca",
};

const hex = (text: string): string => fnv1a(text).toString(16).padStart(8, "0");

const goalOf = (language: Language): Goal => ({
  ...sampleGoal(language),
  background: "…",
  motivation: "…",
  deadline: "2027-03-01",
  content_preferences: ["hands_on"],
});

/** Data in which every prompt but the first finds its own. */
const sample = (language: Language) => ({
  goal: goalOf(language),
  intent: sampleIntent(language),
  roadmap: sampleRoadmap(language),
  place: samplePlace(language),
  findings: ["wrong_order (harvest): too early"],
  wishes: ["more on winter"],
  instruction: "shorter",
  previous: "## Before",
});

function rendered(prompt: AnyPrompt): string {
  const dataOf = (language: Language): unknown => (prompt.id === "intent-analysis" ? goalOf(language) : sample(language));
  return hex(["en" as const, "zh" as const].map((language) => prompt.render(dataOf(language) as never)).join("\n"));
}

test("Prompts: changed words are a new version; published versions keep their words", () => {
  const now = Object.fromEntries(
    PROMPT_FAMILIES.flatMap(({ versions }) =>
      versions.map((prompt) => {
        const [name, hash] = promptLabel(prompt).split("#");
        return [name, `${hash} ${rendered(prompt)}`];
      }),
    ),
  );
  assert.deepEqual(now, PUBLISHED, "give the changed prompt a new version, keep the old one in its family, and add a line");
});

test("Prompts: the hash sees instructions, schema, requirements and version; the label is the same each time", () => {
  const base = curriculumDesignPrompt.newest;
  const labels = [
    base,
    { ...base, system: `${base.system} ` },
    { ...base, answer: base.answer.describe("other") },
    { ...base, requirements: [] },
    { ...base, version: "9.0.0" },
    tutorialPrompt.newest,
  ].map(promptLabel);
  assert.equal(new Set(labels.map((label) => label.split("#")[1])).size, labels.length);
  assert.equal(promptLabel(base), labels[0]);
  assert.equal(promptLabel({ ...base }), labels[0]);
});

test("Prompts: versions of a family have one id, are semantic, distinct and in order", () => {
  const number = (version: string): number => {
    const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
    return (major * 1000 + minor) * 1000 + patch;
  };
  for (const { id, versions } of PROMPT_FAMILIES) {
    for (const prompt of versions) {
      assert.equal(prompt.id, id);
      assert.match(prompt.version, /^\d+\.\d+\.\d+$/);
    }
    const numbers = versions.map(({ version }) => number(version));
    assert.deepEqual(
      numbers,
      [...new Set(numbers)].toSorted((a, b) => a - b),
    );
  }
  assert.equal(new Set(PROMPT_FAMILIES.map(({ id }) => id)).size, PROMPT_FAMILIES.length);
});
