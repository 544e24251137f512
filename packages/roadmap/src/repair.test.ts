import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { messyDraft } from "./draft.arbitrary.ts";
import { concept, draftWith, moduleOf, soundDraft, stageOf } from "./draft.fixture.ts";
import { conceptsOf, modulesOf, type Draft } from "./draft.ts";
import { cyclicComponents } from "./graph.ts";
import { isIdentifier } from "./identifier.ts";
import { lintStructure } from "./lint-structure.ts";
import { repairDraft } from "./repair.ts";

const idsOf = (draft: Draft): string[] => conceptsOf(draft).map((each) => each.concept_id);
const edgesOf = (draft: Draft): string[] =>
  conceptsOf(draft).flatMap((each) =>
    each.prerequisites.map((edge) => `${each.concept_id}${edge.kind === "hard" ? "→" : "⇢"}${edge.concept_id}`),
  );
const told = (draft: Draft): string[] =>
  repairDraft(draft).repairs.map((repair) => `${repair.rule} ${repair.action} ${repair.ids.join(" ")}`.trim());
/** One stage, one module; all concepts lead to the outcome. */
const flat = (concepts: ReturnType<typeof concept>[]): Draft =>
  draftWith(
    [stageOf(1, [moduleOf("m1", concepts)])],
    concepts.map((each) => each.concept_id),
  );

test("PR7 a repaired draft with two concepts or more passes the linter, whatever it was", () => {
  fc.assert(
    fc.property(messyDraft, (draft) => {
      const repaired = repairDraft(draft).draft;
      const findings = lintStructure(repaired);
      if (conceptsOf(repaired).length >= 2) assert.deepEqual(findings, []);
      else assert.ok(findings.some((finding) => finding.rule === "PR2"));
    }),
    { numRuns: 300 },
  );
});

test("PR7 repair is idempotent, silent on what is sound, and leaves its input alone", () => {
  fc.assert(
    fc.property(messyDraft, (draft) => {
      const before = structuredClone(draft);
      const once = repairDraft(draft);
      assert.deepEqual(structuredClone(draft), before);
      assert.equal(once.repairs.length === 0, JSON.stringify(once.draft) === JSON.stringify(before));
      const twice = repairDraft(once.draft);
      assert.deepEqual(twice.draft, once.draft);
      assert.deepEqual(twice.repairs, []);
    }),
    { numRuns: 200 },
  );
});

test("PR5 ids that are good and used once stay, unless their concept is merged or dropped and that is told", () => {
  fc.assert(
    fc.property(messyDraft, (draft) => {
      const { draft: repaired, repairs } = repairDraft(draft);
      const [before, after] = [idsOf(draft), new Set(idsOf(repaired))];
      const named = new Set(
        repairs.filter((repair) => ["duplicate_merged", "node_dropped"].includes(repair.action)).flatMap((repair) => repair.ids),
      );
      for (const id of before) if (isIdentifier(id)) assert.ok(after.has(id) || named.has(id), `${id} vanished`);
    }),
    { numRuns: 300 },
  );
});

test("PR6 repair of the same draft gives the same bytes", () => {
  fc.assert(
    fc.property(messyDraft, (draft) => {
      assert.equal(JSON.stringify(repairDraft(structuredClone(draft))), JSON.stringify(repairDraft(draft)));
    }),
    { numRuns: 100 },
  );
});

test("PR7 only edges that run forward within a circle are cut, and none where there is no circle", () => {
  const edges = fc.array(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 11 }), fc.boolean()), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(edges, (list) => {
      const concepts = Array.from({ length: 12 }, (_, at) => concept(`c${at}`));
      for (const [from, to, isHard] of list)
        concepts[from]?.prerequisites.push({ concept_id: `c${to}`, kind: isHard ? "hard" : "soft" });
      const next = concepts.map((each) => each.prerequisites.map((edge) => Number(edge.concept_id.slice(1))));
      const circles = cyclicComponents(12, (at) => next[at] as number[]);
      const cuts = repairDraft(flat(concepts)).repairs.filter((repair) => repair.action === "edge_cut");
      assert.equal(cuts.length > 0, circles.length > 0);
      for (const { ids } of cuts) {
        const [from, to] = ids.map((id) => Number(id.slice(1))) as [number, number];
        assert.ok(to > from, "an edge backwards was cut");
        assert.ok(
          circles.some((circle) => circle.includes(from) && circle.includes(to)),
          "an edge outside of a circle was cut",
        );
      }
    }),
    { numRuns: 300 },
  );
});

test("PR7 a circle is cut at the edge that runs furthest forward, circle by circle", () => {
  const draft = flat([
    concept("a", { requires: ["c"] }),
    concept("b", { requires: ["a", "d"] }),
    concept("c", { requires: ["b"] }),
    concept("d", { wishes: ["c"] }),
    concept("x", { requires: ["y"] }),
    concept("y", { requires: ["x"] }),
  ]);
  const { draft: repaired, repairs } = repairDraft(draft);
  assert.deepEqual(
    repairs.map((repair) => [repair.rule, repair.action, ...repair.ids]),
    [
      ["PR1", "edge_cut", "a", "c"],
      ["PR1", "edge_cut", "b", "d"],
      ["PR1", "edge_cut", "x", "y"],
    ],
  );
  assert.deepEqual(edgesOf(repaired), ["b→a", "c→b", "d⇢c", "y→x"]);
  assert.equal(repairs[0]?.message, "Cut a circle: “Name a” no longer needs “Name c”, which comes later.");
});

test("PR7 duplicates become one, edges and outcomes follow", () => {
  const twin = { ...concept("l2", { requires: ["b"], wishes: ["l1"] }), name: "the List", keywords: ["more"] };
  const draft = draftWith(
    [
      stageOf(1, [moduleOf("m1", [concept("a"), concept("b"), { ...concept("l1", { requires: ["a"] }), name: "Lists" }])]),
      stageOf(2, [moduleOf("m2", [twin]), moduleOf("m3", [concept("c", { requires: ["l2"] })])]),
    ],
    ["l2", "c"],
  );
  const { draft: repaired } = repairDraft(draft);
  assert.deepEqual(edgesOf(repaired), ["l1→a", "l1→b", "c→l1"]);
  assert.deepEqual(repaired.outcomes[0]?.concept_ids, ["l1", "c"]);
  assert.deepEqual(conceptsOf(repaired)[2]?.keywords, ["l1", "more"]);
  assert.deepEqual(told(draft), ["PR2 duplicate_merged l1 l2", "PR2 node_dropped m2"]);
});

test("PR7 dangling, self, doubled and redundant edges go, references by name are read", () => {
  const draft = flat([
    concept("a"),
    concept("b", { requires: ["name A", "gone"] }),
    concept("c", { requires: ["b", "a", "c"], wishes: ["b"] }),
  ]);
  assert.deepEqual(edgesOf(repairDraft(draft).draft), ["b→a", "c→b"]);
  assert.deepEqual(told(draft), [
    "PR1 edge_resolved b a",
    "PR1 edge_dropped b gone",
    "PR1 edge_dropped c c",
    "PR2 edge_dropped c b",
    "PR2 edge_dropped c a",
  ]);
});

test("PR7 of a soft and a hard edge to one concept the hard one stays, in whichever order", () => {
  const doubled = concept("b");
  doubled.prerequisites = [
    { concept_id: "a", kind: "soft" },
    { concept_id: "a", kind: "hard" },
  ];
  assert.deepEqual(edgesOf(repairDraft(flat([concept("a"), doubled])).draft), ["b→a"]);
  const twin = { ...concept("a2"), name: "NAME A" };
  const merged = flat([concept("a"), twin, concept("b", { requires: ["a"], wishes: ["a2"] })]);
  assert.deepEqual(edgesOf(repairDraft(merged).draft), ["b→a"]);
});

test("PR7 stages and modules are put in order; a concept between two that need each other moves to the later", () => {
  const draft = draftWith(
    [
      stageOf(1, [moduleOf("late", [concept("z", { requires: ["b2"] })])]),
      stageOf(2, [
        moduleOf("m1", [concept("a1"), concept("a2", { requires: ["b1"] })]),
        moduleOf("m2", [concept("b1", { requires: ["a1"] }), concept("b2", { requires: ["a2"] })]),
      ]),
    ],
    ["z"],
  );
  const { draft: repaired } = repairDraft(draft);
  assert.deepEqual(
    modulesOf(repaired).map((module) => [module.module_id, ...module.concepts.map((each) => each.concept_id)]),
    [
      ["m1", "a1"],
      ["m2", "b1", "a2", "b2"],
      ["late", "z"],
    ],
  );
  assert.deepEqual(told(draft), ["PR1 order_fixed s2 s1", "PR1 moved a2"]);
});

test("PR7 a concept that leads nowhere is attached where its neighbours lead; a stray one alone in a stage is dropped", () => {
  const sound = soundDraft();
  sound.stages[0]?.modules[0]?.concepts.push(concept("side", { requires: ["b"] }));
  sound.stages.push(stageOf(3, [moduleOf("m9", [concept("stray")])]));
  assert.deepEqual(told(sound), [
    "PR1 outcome_attached side o1",
    "PR1 node_dropped stray",
    "PR2 node_dropped m9",
    "PR2 node_dropped s3",
  ]);
  assert.deepEqual(repairDraft(sound).draft.outcomes[0]?.concept_ids, ["f", "side"]);
  const kept = repairDraft(sound, new Set(["stray"])).draft;
  assert.ok(idsOf(kept).includes("stray"), "a settled concept is never dropped");
});

test("PR7 a roadmap without outcomes gets one from its title, at the ends of its chains", () => {
  const draft = { ...soundDraft(), outcomes: [{ id: "o1", text: "", concept_ids: [] }] };
  assert.deepEqual(repairDraft(draft).draft.outcomes, [{ id: "outcome", text: "Learn it", concept_ids: ["f"] }]);
});

test("PR7 ids are made out of names once, and edges follow", () => {
  const draft = flat([
    concept("Ü ber/1"),
    { ...concept("闭包"), name: "Closures, really" },
    { ...concept("b", { requires: ["Ü ber/1", "闭包"] }), name: "First" },
    { ...concept("b"), name: "Second" },
  ]);
  const { draft: repaired } = repairDraft(draft);
  assert.deepEqual(idsOf(repaired), ["u-ber-1", "closures-really", "b", "b-2"]);
  assert.deepEqual(edgesOf(repaired), ["b→u-ber-1", "b→closures-really"]);
});

test("PR7 hours are clamped to quarters in range, low ≤ likely ≤ high", () => {
  const cases: [number[], number[]][] = [
    [
      [3, 2, 1],
      [2, 2, 2],
    ],
    [
      [0, 1.3, Number.NaN],
      [1.25, 1.25, 1.25],
    ],
    [
      [Number.NaN, Number.NaN, Number.NaN],
      [1, 1, 1],
    ],
    [
      [1, -1, 4],
      [1, 1, 4],
    ],
    [
      [0.01, 1e9, Infinity],
      [0.25, 160, 160],
    ],
  ];
  for (const [[low, likely, high], expected] of cases as [[number, number, number], number[]][]) {
    const { hours } =
      conceptsOf(repairDraft(flat([{ ...concept("a"), hours: { low, likely, high } }, concept("b")])).draft)[0] ?? concept("");
    assert.deepEqual([hours.low, hours.likely, hours.high], expected);
  }
});

test("PR7 missing texts are filled from what stands beside them, and what says nothing is dropped", () => {
  const blank = { ...concept("loops-1"), name: " ", description: "" };
  const nothing = { ...concept("??"), name: "", description: "" };
  const sentence = { ...concept("c"), name: "", description: "Loops that end. And more." };
  const draft = { ...flat([blank, nothing, sentence]), title: "" };
  const { draft: repaired } = repairDraft(draft);
  assert.deepEqual(
    conceptsOf(repaired).map((each) => [each.name, each.description]),
    [
      ["loops 1", "loops 1"],
      ["Loops that end", "Loops that end. And more."],
    ],
  );
  assert.equal(repaired.title, "I want to learn it");
});

test("PR7 repairs are told in the language of the draft", () => {
  const draft = flat([concept("a", { requires: ["b"] }), concept("b", { requires: ["a"] })]);
  const [repair] = repairDraft({ ...draft, language: "zh" }).repairs;
  assert.equal(repair?.message, "剪开了一个环：“Name a”不再以后面的“Name b”为先修。");
});
