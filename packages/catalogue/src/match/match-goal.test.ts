import assert from "node:assert/strict";
import { test } from "node:test";
import { Language } from "@wayfinder/protocol";
import fc from "fast-check";
import { closureOf } from "../closure.ts";
import { loadCatalogue, makeCatalogue } from "../load-catalogue.ts";
import { completedCatalogue } from "../synthetic-catalogue.ts";
import { matchGoal } from "./match-goal.ts";

const REAL = loadCatalogue();
/** The whole map as if every concept were written, so that these tests do not depend on how far the writers are. */
const WHOLE = completedCatalogue(REAL);

const ownersOf = (goal: string, catalogue = WHOLE): string => {
  const match = matchGoal(catalogue, goal, "en");
  return match.ok ? match.owners.map((o) => o.id).join(" ") : "refused";
};

test("CT2 every wording and title of a goal means that goal", () => {
  for (const goal of WHOLE.map.goals)
    for (const text of [...goal.aliases.en, ...goal.aliases.zh, goal.title.en, goal.title.zh])
      assert.equal(ownersOf(text), goal.id, text);
});

test("CT2 a goal is covered as soon as all that it needs is published, and no earlier", () => {
  for (const goal of REAL.map.goals) {
    const isCovered = goal.needs.every((id) => REAL.concepts.has(id));
    const match = matchGoal(REAL, goal.aliases.en[0] ?? "", "en");
    assert.equal(match.ok, isCovered, goal.id);
    if (!match.ok) {
      assert.ok(match.nearest.length > 0, goal.id);
      continue;
    }
    const closure = closureOf(REAL.map.concepts, goal.targets);
    const published = [...closure].filter((id) => REAL.concepts.has(id));
    assert.equal(match.coverage.published, published.length, goal.id);
    assert.equal(match.coverage.total, closure.size, goal.id);
    assert.equal(match.coverage.missing.length, closure.size - published.length, goal.id);
    assert.deepEqual([...closureOf(REAL.concepts, match.targets)].toSorted(), published.toSorted(), goal.id);
  }
});

test("CT2 every subject outside the catalogue is refused, with the concepts nearest to it", () => {
  for (const { asked, nearest } of WHOLE.map.outside)
    for (const text of asked) {
      const match = matchGoal(WHOLE, text, "en");
      assert.ok(!match.ok, text);
      assert.deepEqual(
        match.nearest.map((n) => n.id),
        nearest,
        text,
      );
    }
});

test("CT2 a subject outside is refused by what is published too, with nearest concepts that are", () => {
  for (const { asked, nearest } of REAL.map.outside)
    for (const text of asked) {
      const match = matchGoal(REAL, text, "zh");
      assert.ok(!match.ok, text);
      assert.ok(match.nearest.length > 0, text);
      for (const { id, title } of match.nearest) assert.ok(REAL.concepts.has(id) && title !== "", text);
      const published = nearest.filter((id) => REAL.concepts.has(id));
      for (const id of published)
        assert.ok(
          match.nearest.some((n) => n.id === id),
          `${text}: ${id}`,
        );
    }
});

const MEANT: readonly (readonly [goal: string, owners: string])[] = [
  ["I want to build and ship a front end in TypeScript and React", "become-frontend-developer react-with-typescript learn-react"],
  ["Learn React and TypeScript", "learn-react react-with-typescript"],
  ["I want to learn Python for data analysis", "python-data-analysis"],
  ["想学 Python 做数据分析", "python-data-analysis"],
  ["想学Python做数据分析", "python-data-analysis"],
  ["学会 Git 和 Docker", "learn-git learn-docker"],
  ["Learn Linux command line and Docker", "learn-linux learn-docker"],
  ["LEARN　ＪＡＶＡＳＣＲＩＰＴ", "learn-javascript"],
  ["lern pyhton", "learn-python"],
  ["javscript", "learn-javascript"],
  ["learn recat", "learn-react"],
  ["css", "css-layout"],
  ["learn html", "html"],
  ["closures", "js-closures"],
  ["learn closures in javascript", "js-closures"],
  ["闭包", "js-closures"],
  ["git branches", "git-branches-only"],
  ["html, css and javascript", "build-first-website css-layout learn-javascript"],
  ["I want to become a data analyst", "python-data-analysis"],
  ["我要成为一名前端工程师", "become-frontend-developer"],
  ["我想从零开始学习前端开发", "become-frontend-developer"],
  ["学习数据分析和机器学习", "python-data-analysis first-machine-learning"],
  ["I know Python and want to learn machine learning", "first-machine-learning"],
  ["I'm a nurse and want to learn Python so I can analyse the data of my ward", "python-data-analysis"],
  ["Linux, Git and containers", "linux-git-containers"],
  ["Git", "learn-git"],
  ["Learn TypeScript in 3 weeks", "learn-typescript"],
  ["sql and python", "learn-sql learn-python"],
  ["Python and SQL for data analysis", "learn-python python-data-analysis learn-sql"],
  ["javascript and typescript", "learn-javascript learn-typescript"],
  ["modern JavaScript (ES6+)", "learn-javascript"],
  ["I'd like to understand promises and async/await in JavaScript", "understand-async"],
  ["Docker for beginners: containers, images, compose", "learn-docker"],
  ["I am a backend developer who wants to learn React", "learn-react"],
  ["我是后端工程师想学 React", "learn-react"],
  ["作为一名护士，我想用 Python 做数据分析", "python-data-analysis"],
  ["我会 Python，想学数据分析", "python-data-analysis"],
  ["give me a roadmap to become a data analyst in 6 months", "python-data-analysis"],
  ["零基础想转行做数据分析师，每天两小时", "python-data-analysis"],
  ["3个月学会前端", "become-frontend-developer"],
  ["web开发", "become-frontend-developer"],
  ["Web accessibility", "web-accessibility"],
];

for (const [goal, owners] of MEANT)
  test(`CT2 understands “${goal}”`, () => {
    assert.equal(ownersOf(goal), owners);
  });

const STRANGE = [
  "cooking",
  "learn to cook Italian food",
  "学钢琴",
  "quantum physics",
  "🎉🎉",
  "'; DROP TABLE task; --",
  "1 or 1=1",
  "SELECT * FROM users",
  "<script>alert(1)</script>",
  "תלמד אותי לבשל",
  "أريد أن أتعلم الطبخ",
  "learn",
  "想学",
  "...",
  "learn programming",
  "learn native react apps",
  "swift ios app",
  "giant pandas",
  "python snake care",
  "react chemistry",
  "react to criticism",
  "docker swarm",
  "Linux kernel development",
  "SQL Server administration",
  "python for game development with pygame",
  "learn to reach people",
  "learn to sell",
  "learn to spell",
  "shell collecting",
  "tree branches",
  "merge two companies",
  "the history of the web",
  "table tennis",
  "高等数学",
  "投资理财",
  "树木分支修剪",
  "kubernetes, terraform, ansible and git",
];

for (const goal of STRANGE)
  test(`CT2 refuses “${goal}” and offers something`, () => {
    for (const catalogue of [WHOLE, REAL]) {
      const match = matchGoal(catalogue, goal, "en");
      assert.ok(!match.ok, JSON.stringify(match));
      assert.ok(match.nearest.length > 0);
      for (const { id } of match.nearest) assert.ok(catalogue.concepts.has(id));
    }
  });

test("CT2 a list with one wish that is not covered is planned without it and says so", () => {
  const match = matchGoal(WHOLE, "HTML, CSS, JavaScript, React and Vue", "en");
  assert.ok(match.ok);
  assert.deepEqual(match.uncovered, ["Vue"]);
  assert.deepEqual(match.coverage.missing, ["Vue"]);
  assert.equal(match.coverage.total - match.coverage.published, 1);
});

test("CT2 a name that is not written yet is told, even where the rest of its clause is covered", () => {
  const written = new Map([...WHOLE.concepts].filter(([id]) => !id.startsWith("sql-")));
  const match = matchGoal(makeCatalogue(WHOLE.map, written), "Python and SQL for data analysis", "zh");
  assert.ok(match.ok);
  assert.deepEqual(match.uncovered, ["学会 SQL"]);
});

test("CT2 what is offered is near by more than a coincidence of letters", () => {
  const read = matchGoal(WHOLE, "bake bread", "en");
  assert.ok(!read.ok);
  for (const { title } of read.nearest) assert.doesNotMatch(title, /read/i);
});

test("CT2 a name that means two concepts is not guessed: both are offered", () => {
  for (const goal of ["functions", "函数"]) {
    const match = matchGoal(WHOLE, goal, "en");
    assert.ok(!match.ok);
    assert.deepEqual(
      match.nearest.map((n) => n.id),
      ["js-functions", "py-functions"],
    );
  }
});

test("CT2 whatever is offered can be asked for: each published title and alias leads to its concept", () => {
  for (const concept of REAL.concepts.values()) {
    const titles = Language.options.map((language) => REAL.index.titles.get(concept.id)?.[language] ?? "");
    for (const text of [...titles, ...concept.aliases.en, ...concept.aliases.zh]) {
      const match = matchGoal(REAL, text, "en");
      assert.ok(match.ok, `${concept.id}: ${text}`);
      assert.ok(closureOf(REAL.concepts, match.targets).has(concept.id), `${concept.id}: ${text}`);
    }
  }
});

test("CT2 any text at all gets targets that are published, or an offer of concepts that are", () => {
  const words = ["learn", "react", "python", "java", "学", "数据", "和", ",", "and", "for", "css", "I know", "不"];
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((list) => list.join(" ")),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(...Language.options), (goal, language) => {
      const match = matchGoal(REAL, goal, language);
      const ids = match.ok ? match.targets : match.nearest.map((n) => n.id);
      assert.ok(ids.length > 0);
      for (const id of ids) assert.ok(REAL.concepts.has(id));
    }),
    { numRuns: 300 },
  );
});
