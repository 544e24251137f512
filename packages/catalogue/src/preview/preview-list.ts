import { basename } from "node:path";
import type { Language, PreviewList } from "@wayfinder/protocol";
import { lintCatalogue } from "../lint/lint-catalogue.ts";
import { conceptFiles } from "../load-catalogue.ts";
import { mapOf } from "./concept-file.ts";

/** All concept files of a folder as they stand at this moment, each with the number of its faults, and the faults that stand in none of them. */
export function previewList(dir: string, language: Language): PreviewList {
  const map = mapOf(dir);
  const findings = lintCatalogue(dir, dir);
  const byFile = Map.groupBy(findings, ({ path }) => basename(path));
  const files = conceptFiles(dir, map).map((path) => {
    const concept_id = basename(path, ".md");
    const row = map.concepts.get(concept_id);
    const domain = map.domains.get(row?.domain ?? "")?.title[language] ?? "";
    return {
      concept_id,
      title: row?.title[language] ?? concept_id,
      domain,
      findings: byFile.get(basename(path))?.length ?? 0,
    };
  });
  const named = new Set(files.map(({ concept_id }) => `${concept_id}.md`));
  return { files, elsewhere: findings.filter(({ path }) => !named.has(basename(path))) };
}
