import type { Finding, Language } from "@wayfinder/protocol";
import { conceptsOf, modulesOf, type Draft } from "./draft.ts";
import { areHoursSound } from "./hours-range.ts";
import { quote, say } from "./say.ts";

/** Fewer make no roadmap (PR2). */
const LEAST_CONCEPTS = 2;

const isBlank = (text: string): boolean => text.trim() === "";

/** Names and descriptions that are missing. */
function lintTexts(draft: Draft): Finding[] {
  const { language } = draft;
  const nodes = [
    ...draft.stages.map((stage) => ({ id: stage.stage_id, name: stage.name, description: stage.description })),
    ...modulesOf(draft).map((module) => ({ id: module.module_id, name: module.name, description: module.description })),
    ...conceptsOf(draft).map((concept) => ({ id: concept.concept_id, name: concept.name, description: concept.description })),
  ];
  const blank = nodes.flatMap(({ id, name, description }) => [
    ...(isBlank(name) ? [blankText(language, id, say(language, "name", "名称"))] : []),
    ...(isBlank(description) ? [blankText(language, id, say(language, "description", "说明"))] : []),
  ]);
  const title: Finding = { rule: "PR2", message: say(language, "The roadmap has no title.", "路线图没有标题。"), ids: [] };
  return isBlank(draft.title) ? [title, ...blank] : blank;
}

const blankText = (language: Language, id: string, field: string): Finding => ({
  rule: "PR2",
  message: say(language, `${quote(id)} has no ${field}.`, `${quote(id)}没有${field}。`),
  ids: [id],
});

/** Stages and modules without content, the order of stages, the number of concepts. */
function lintOutline(draft: Draft): Finding[] {
  const { language } = draft;
  const findings: Finding[] = [];
  draft.stages.forEach((stage, at) => {
    if (stage.modules.length === 0)
      findings.push({
        rule: "PR2",
        message: say(language, `Stage ${quote(stage.name)} is empty.`, `阶段${quote(stage.name)}是空的。`),
        ids: [stage.stage_id],
      });
    if (stage.order !== at + 1) {
      const message = say(
        language,
        `Stage ${quote(stage.name)} has order ${stage.order}, not ${at + 1}.`,
        `阶段${quote(stage.name)}的次序是 ${stage.order}，应为 ${at + 1}。`,
      );
      findings.push({ rule: "PR1", message, ids: [stage.stage_id] });
    }
  });
  for (const module of modulesOf(draft).filter((each) => each.concepts.length === 0))
    findings.push({
      rule: "PR2",
      message: say(language, `Module ${quote(module.name)} is empty.`, `模块${quote(module.name)}是空的。`),
      ids: [module.module_id],
    });
  const count = conceptsOf(draft).length;
  if (count < LEAST_CONCEPTS)
    findings.push({
      rule: "PR2",
      message: say(
        language,
        `A roadmap needs at least two concepts, this has ${count}.`,
        `路线图至少要有两个概念，这里有 ${count} 个。`,
      ),
      ids: [],
    });
  return findings;
}

/** Hours out of range or out of order. */
function lintHours(draft: Draft): Finding[] {
  return conceptsOf(draft)
    .filter((concept) => !areHoursSound(concept.hours))
    .map(({ concept_id, name, hours: { low, likely, high } }) => ({
      rule: "PR4",
      message: say(
        draft.language,
        `The hours of ${quote(name)} are not sound: ${low} / ${likely} / ${high}.`,
        `${quote(name)}的学时不合理：${low} / ${likely} / ${high}。`,
      ),
      ids: [concept_id],
    }));
}

/** Texts, outline and hours. */
export const lintShape = (draft: Draft): Finding[] => [...lintTexts(draft), ...lintOutline(draft), ...lintHours(draft)];
