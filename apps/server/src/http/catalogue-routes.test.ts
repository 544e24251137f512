import assert from "node:assert/strict";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { DATA_DIR } from "@wayfinder/catalogue";
import { CataloguePage, CatalogueView, PreviewList, PreviewPage, type Problem, type QuizResult } from "@wayfinder/protocol";
import { readConfig } from "../config.ts";
import { Person, refusal, useServer } from "../server.fixture.ts";

const CATALOGUE = "/api/v1/catalogue";
const ANSWER = `${CATALOGUE}/concepts/css-box-model/quiz/q1/answer`;
const PREVIEW = `${CATALOGUE}/preview`;

const dir = mkdtempSync(join(tmpdir(), "catalogue-preview-"));
cpSync(DATA_DIR, dir, { recursive: true });
after(() => rmSync(dir, { recursive: true }));

describe("the catalogue, public", () => {
  const server = useServer({ CATALOGUE_PREVIEW: "1", CATALOGUE_DIR: dir });
  const person = () => new Person(server.base);
  const file = join(dir, "web-frontend", "css-box-model.md");
  const change = (from: string, to: string) => writeFileSync(file, readFileSync(file, "utf8").replace(from, to));

  test("EX1 the maps and each page are read without a session, in the language asked for, and may be kept", async () => {
    const p = person();
    for (const language of ["en", "zh"] as const) {
      const { status, body, headers } = await p.get<CatalogueView>(`${CATALOGUE}?language=${language}`);
      assert.equal(status, 200);
      assert.deepEqual(CatalogueView.parse(body), body);
      assert.equal(headers.get("cache-control"), "public, max-age=300");
      const page = await p.get<CataloguePage>(`${CATALOGUE}/concepts/css-box-model?language=${language}`);
      assert.deepEqual(CataloguePage.parse(page.body), page.body);
      assert.equal(page.body.concept.name, language === "en" ? "The box model" : "盒模型");
    }
    assert.equal(p.cookie, "");
    assert.deepEqual(refusal(await p.get<Problem>(`${CATALOGUE}?language=de`)), [400, "invalid_request", ["language"]]);
    assert.deepEqual(refusal(await p.get<Problem>(`${CATALOGUE}/concepts/none`)), [404, "concept_not_found", []]);
  });

  test("EX1 who has the answer already hears 304 and nothing else", async () => {
    const p = person();
    for (const path of [CATALOGUE, `${CATALOGUE}/concepts/css-box-model`]) {
      const first = await p.get<unknown>(path);
      const etag = first.headers.get("etag") ?? "";
      assert.match(etag, /^"[\w-]{22}"$/);
      const again = await p.get<string>(path, { "if-none-match": `"other", W/${etag}` });
      assert.deepEqual([again.status, again.body], [304, ""]);
      assert.equal((await p.get(path, { "if-none-match": '"other"' })).status, 200);
    }
    const other = await p.get(`${CATALOGUE}?language=zh`);
    assert.notEqual(other.headers.get("etag"), (await p.get(CATALOGUE)).headers.get("etag"));
  });

  test("EX2 PR11 an answer is graded in the reader's language, without a session and without a record", async () => {
    const p = person();
    const page = await p.get<CataloguePage>(`${CATALOGUE}/concepts/css-box-model`);
    assert.ok(!JSON.stringify(page.body).includes("explanation"));
    const options = page.body.quiz.items?.[0]?.options.length ?? 0;
    const results = await Promise.all(
      Array.from({ length: options }, (_, n) => p.post<QuizResult>(`${ANSWER}?language=zh`, { chosen: [n] })),
    );
    assert.equal(results.filter(({ body }) => body.correct).length, 1);
    for (const { status, body } of results) {
      assert.equal(status, 200);
      assert.match(body.explanation, /\p{Script=Han}/u);
    }
    assert.equal(p.cookie, "");
    const after = await p.get<CataloguePage>(`${CATALOGUE}/concepts/css-box-model`);
    assert.deepEqual(after.body.quiz.results, []);
    assert.deepEqual(refusal(await p.post<Problem>(ANSWER, { chosen: [9] })), [400, "invalid_request", ["chosen"]]);
    assert.deepEqual(refusal(await p.post<Problem>(ANSWER, { chosen: [] })), [400, "invalid_request", ["chosen"]]);
    const unknown = ANSWER.replace("/q1/", "/q99/");
    assert.deepEqual(refusal(await p.post<Problem>(unknown, { chosen: [0] })), [404, "quiz_item_not_found", []]);
    const foreign = await p.post<Problem>(ANSWER, { chosen: [0] }, { origin: "https://elsewhere.example" });
    assert.deepEqual(refusal(foreign), [403, "origin_not_allowed", []]);
  });

  test("EX1 the public routes are described, those of the preview are not", async () => {
    const { body } = await person().get<{ paths: Record<string, unknown> }>("/api/v1/openapi.json");
    const paths = Object.keys(body.paths).filter((path) => path.startsWith(CATALOGUE));
    assert.deepEqual(paths, [
      CATALOGUE,
      `${CATALOGUE}/concepts/{concept_id}`,
      `${CATALOGUE}/concepts/{concept_id}/quiz/{item_id}/answer`,
    ]);
  });

  test("CG1 a change of a file is announced, and the next look shows it with its findings", async () => {
    const p = person();
    const before = await p.get<PreviewPage>(`${PREVIEW}/css-box-model`);
    assert.deepEqual(PreviewPage.parse(before.body).findings, []);
    assert.equal(before.headers.get("cache-control"), "no-store");
    const request = get(`${server.base()}${CATALOGUE}/changes`);
    const [response] = (await once(request, "response")) as [NodeJS.ReadableStream];
    assert.match(String((await once(response, "data"))[0]), /^event: watching/);
    const told = once(response, "data");
    change("## Key points\n", "## Key points\n\nA game changer.\n");
    assert.match(String((await told)[0]), /^event: change/);
    request.destroy();
    const { body } = await p.get<PreviewPage>(`${PREVIEW}/css-box-model`);
    assert.match(body.page?.tutorial.markdown ?? "", /A game changer/);
    assert.ok(body.findings.some((f) => f.rule === "L11"));
    const list = await p.get<PreviewList>(PREVIEW);
    assert.ok((PreviewList.parse(list.body).files.find((f) => f.concept_id === "css-box-model")?.findings ?? 0) > 0);
    assert.doesNotMatch((await p.get<CataloguePage>(`${CATALOGUE}/concepts/css-box-model`)).body.tutorial.markdown ?? "", /game/);
    assert.deepEqual(refusal(await p.get<Problem>(`${PREVIEW}/none`)), [404, "concept_not_found", []]);
  });

  test("CG1 the preview grades by the file as it is, and a server starts although a file cannot be read", async () => {
    const p = person();
    const path = `${PREVIEW}/css-box-model/quiz/q1/answer`;
    assert.equal((await p.post<QuizResult>(path, { chosen: [0] })).status, 200);
    change("title: {", "title: {{");
    assert.deepEqual(refusal(await p.post<Problem>(path, { chosen: [0] })), [404, "quiz_item_not_found", []]);
    assert.equal((await p.get<PreviewPage>(`${PREVIEW}/css-box-model`)).body.page, null);
    await server.restart();
    const view = await p.get<CatalogueView>(CATALOGUE);
    const ids = view.body.domains.flatMap((d) => d.concepts.map((c) => c.id));
    assert.ok(ids.includes("css-cascade") && !ids.includes("css-box-model") && !ids.includes("css-flexbox"));
  });
});

describe("the preview when it is not asked for", () => {
  const server = useServer();
  test("CG1 its routes do not exist", async () => {
    const p = new Person(server.base);
    for (const path of [PREVIEW, `${PREVIEW}/css-box-model`, `${CATALOGUE}/changes`])
      assert.deepEqual(refusal(await p.get<Problem>(path)), [404, "route_not_found", []]);
  });
});

test("CG1 the preview is for this machine only", () => {
  for (const elsewhere of [
    { HOST: "0.0.0.0" },
    { PUBLIC_API_URL: "https://api.example.org" },
    { PUBLIC_WEB_URL: "https://example.org" },
  ])
    for (const mode of ["CATALOGUE_PREVIEW", "BENCH"])
      assert.throws(() => readConfig({ [mode]: "1", ...elsewhere }), new RegExp(`${mode}=1 .* must be loopback`));
  assert.equal(readConfig({ CATALOGUE_PREVIEW: "1" }).catalogue_preview, true);
  assert.equal(readConfig({}).catalogue_preview, false);
});
