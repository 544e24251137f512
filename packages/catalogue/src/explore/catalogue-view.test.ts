import assert from "node:assert/strict";
import { test } from "node:test";
import { CataloguePage, CatalogueView, Language, type Goal } from "@wayfinder/protocol";
import { contentOf } from "../content/content-of.ts";
import { loadCatalogue } from "../load-catalogue.ts";
import { analyseGoal } from "../plan/analyse-goal.ts";
import { cataloguePage } from "./catalogue-page.ts";
import { catalogueView } from "./catalogue-view.ts";

const CATALOGUE = loadCatalogue();
const VIEWS = Language.options.map((language) => catalogueView(CATALOGUE, language));
const goal = (text: string, language: Language): Goal => ({
  goal: text,
  language,
  level: "beginner",
  hours_per_week: 6,
  starts_on: "2026-11-23",
  review: false,
  source: "catalogue",
});

test("EX1 the view holds every published concept once, as the protocol has it, in both languages", () => {
  for (const view of VIEWS) {
    assert.deepEqual(CatalogueView.parse(view), view);
    const ids = view.domains.flatMap((d) => d.concepts.map((c) => c.id));
    assert.deepEqual(ids.toSorted(), [...CATALOGUE.concepts.keys()].toSorted());
    for (const d of view.domains) {
      assert.deepEqual(
        d.stages.flatMap((s) => s.concept_ids),
        d.concepts.map((c) => c.id),
        d.id,
      );
      assert.equal(d.outcomes.length, 4, d.id);
      assert.equal(
        d.hours.likely,
        d.concepts.reduce((sum, c) => sum + c.hours.likely, 0),
      );
    }
  }
});

test("EX1 within a domain what is needed comes before what needs it", () => {
  for (const { concepts } of VIEWS.flatMap((v) => v.domains)) {
    const place = new Map(concepts.map((c, at) => [c.id, at]));
    concepts.forEach((c, at) => {
      for (const { concept_id } of c.prerequisites) assert.ok((place.get(concept_id) ?? -1) < at, `${concept_id} before ${c.id}`);
    });
  }
});

test("EX1 CT3 the goal of every concept leads to that concept, in both languages", () => {
  for (const { language, domains } of VIEWS)
    for (const c of domains.flatMap((d) => d.concepts)) {
      const analysis = analyseGoal(CATALOGUE, goal(c.goal, language));
      assert.ok(analysis.ok && analysis.targets.includes(c.id), `${language} ${c.goal}`);
    }
});

test("EX2 PR11 a page has the pipeline's content and no key of its quiz", () => {
  for (const language of Language.options)
    for (const concept of CATALOGUE.concepts.values()) {
      const page = cataloguePage(CATALOGUE, concept, language);
      assert.deepEqual(CataloguePage.parse(page), page, concept.id);
      const content = contentOf(CATALOGUE, concept.id, language);
      assert.equal(page.tutorial.markdown, content.tutorial);
      assert.deepEqual(page.resources.items, content.resources);
      assert.deepEqual(
        page.quiz.items?.map((q) => Object.keys(q)),
        content.quiz.map(() => ["item_id", "type", "question", "options"]),
      );
    }
});
