import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalogue } from "./load-catalogue.ts";
import { completedCatalogue } from "./synthetic-catalogue.ts";
import { topics } from "./topics.ts";

test("CT2 topics name what is published, module by module, and how much is planned", () => {
  const catalogue = loadCatalogue();
  const modules = topics(catalogue, "en").flatMap((d) => d.modules);
  assert.deepEqual(
    modules.flatMap((m) => m.concepts.map((c) => c.id)),
    [...catalogue.concepts.keys()],
  );
  for (const m of modules) assert.ok(m.concepts.length > 0 && m.concepts.length <= m.planned, m.id);
});

test("CT2 a module of which nothing is published is left out, and all are there once all is written", () => {
  const catalogue = loadCatalogue();
  const shown = new Set(topics(catalogue, "zh").flatMap((d) => d.modules.map((m) => m.id)));
  for (const m of catalogue.map.modules.values())
    assert.equal(
      shown.has(m.id),
      m.concepts.some((id) => catalogue.concepts.has(id)),
      m.id,
    );
  const whole = topics(completedCatalogue(catalogue), "zh");
  assert.equal(whole.flatMap((d) => d.modules).length, catalogue.map.modules.size);
});

test("CT2 topics are in the language asked for", () => {
  const [en, zh] = (["en", "zh"] as const).map((language) => topics(loadCatalogue(), language));
  assert.notDeepEqual(en, zh);
  assert.match(zh?.[0]?.modules[0]?.concepts[0]?.title ?? "", /\p{Script=Han}/u);
});
