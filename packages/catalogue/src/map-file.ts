import { Level } from "@wayfinder/protocol";
import type { Bilingual } from "./bilingual.ts";
import type {
  CatalogueDomain,
  CatalogueGoal,
  CatalogueMap,
  CatalogueModule,
  MapConcept,
  OutsideSubject,
} from "./catalogue-map.ts";
import type { ProblemLine } from "./problem-line.ts";

/** What MAP.md says, and the faults of its tables (L1 to L3). */
export interface MapFile extends CatalogueMap {
  readonly problems: readonly ProblemLine[];
}

interface Reader {
  readonly path: string;
  readonly concepts: Map<string, MapConcept>;
  readonly modules: Map<string, CatalogueModule & { concepts: string[] }>;
  readonly domains: Map<string, CatalogueDomain & { modules: string[] }>;
  readonly goals: CatalogueGoal[];
  readonly outside: OutsideSubject[];
  readonly problems: ProblemLine[];
  domain: string;
  module: string;
  columns: readonly string[];
}

/** One row of a table: its cells by the heading of their column. */
interface Row {
  readonly line: number;
  readonly cell: (column: string) => string;
}

/** Reads the tables of MAP.md by the names in their heading rows, so that a column may be added or moved. */
export function readMap(text: string, path = "MAP.md"): MapFile {
  const reader: Reader = {
    path,
    concepts: new Map(),
    modules: new Map(),
    domains: new Map(),
    goals: [],
    outside: [],
    problems: [],
    domain: "",
    module: "",
    columns: [],
  };
  text.split("\n").forEach((line, i) => readLine(reader, line, i + 1));
  return reader;
}

function readLine(reader: Reader, text: string, line: number): void {
  const domain = /^## Domain `([\w-]+)` — (.+) \/ (.+)$/.exec(text);
  if (domain?.[1]) {
    reader.domain = domain[1];
    reader.domains.set(domain[1], { id: domain[1], title: pair(domain[2], domain[3]), modules: [] });
    return;
  }
  const module = /^### Module `([\w-]+)` — (.+) \/ (.+)$/.exec(text);
  if (module?.[1]) {
    reader.module = module[1];
    reader.modules.set(module[1], { id: module[1], domain: reader.domain, title: pair(module[2], module[3]), concepts: [] });
    reader.domains.get(reader.domain)?.modules.push(module[1]);
    return;
  }
  if (!text.startsWith("|")) {
    reader.columns = [];
    return;
  }
  const cells = text
    .split("|")
    .slice(1, -1)
    .map((s) => s.trim());
  if (cells.every((c) => /^-+$/.test(c))) return;
  if (reader.columns.length === 0) {
    reader.columns = cells;
    return;
  }
  readRow(reader, cells, line);
}

function readRow(reader: Reader, cells: readonly string[], line: number): void {
  const { columns, path } = reader;
  const kind = columns[0];
  if (kind !== "id" && kind !== "goal" && kind !== "asked") return;
  if (cells.length !== columns.length) {
    reader.problems.push({ path, line, rule: "L1", message: `${cells.length} cells; ${columns.length} wanted` });
    return;
  }
  const row: Row = { line, cell: (column) => cells[columns.indexOf(column)] ?? "" };
  if (kind === "id") addConcept(reader, row);
  else if (kind === "goal") reader.goals.push(goalOf(row));
  else reader.outside.push({ asked: split(row.cell("asked"), "/"), nearest: split(row.cell("nearest"), ","), line });
}

function addConcept(reader: Reader, row: Row): void {
  const id = row.cell("id");
  const say = (rule: string, message: string) => reader.problems.push({ path: reader.path, line: row.line, rule, message });
  const title = pair(row.cell("English"), row.cell("中文"));
  const level = Level.safeParse(row.cell("level"));
  const [low, likely, high] = row.cell("hours").split("/").map(Number);
  if (reader.concepts.has(id)) return void say("L2", `id ${id} repeats`);
  if (!title.en || !title.zh) say("L3", `${id}: a title is missing`);
  if (!level.success) return void say("L8", `${id}: level "${row.cell("level")}"; ${Level.options.join(", ")} are known`);
  reader.concepts.set(id, {
    id,
    title,
    domain: reader.domain,
    module: reader.module,
    level: level.data,
    hours: { low: low ?? Number.NaN, likely: likely ?? Number.NaN, high: high ?? Number.NaN },
    value: Number(row.cell("value")),
    hard: split(row.cell("hard"), ","),
    soft: split(row.cell("soft"), ","),
    line: row.line,
  });
  reader.modules.get(reader.module)?.concepts.push(id);
}

function goalOf(row: Row): CatalogueGoal {
  const [en, zh] = split(row.cell("title"), " / ");
  return {
    id: row.cell("goal"),
    title: pair(en, zh),
    needs: split(row.cell("needs"), ","),
    targets: split(row.cell("targets"), ","),
    aliases: { en: split(row.cell("English, as typed"), ";"), zh: split(row.cell("中文，原样"), ";") },
    line: row.line,
  };
}

const pair = (en: string | undefined, zh: string | undefined): Bilingual => ({ en: en ?? "", zh: zh ?? "" });

const split = (cell: string, by: string): string[] =>
  cell
    .split(by)
    .map((s) => s.trim())
    .filter((s) => s !== "");
