import type { Concept, Goal, Repair } from "@wayfinder/protocol";

/** What of an outline was left out or changed before the gate saw it, in words for the person (PR7). */
export const leftOut = (name: string, { language }: Goal): Repair => ({
  rule: "PR3",
  action: "known_left_out",
  message: language === "zh" ? `“${name}”你已经掌握，没有列入。` : `Left out “${name}”: you know it already.`,
  ids: [],
});

export const edgeDropped = ({ concept_id, name }: Concept, needed: string, { language }: Goal): Repair => ({
  rule: "PR1",
  action: "edge_dropped",
  message:
    language === "zh"
      ? `“${needed}”不在路线图中，不再是“${name}”的先修。`
      : `“${name}” no longer needs “${needed}”, which is not in the roadmap.`,
  ids: [concept_id],
});

export const hoursClamped = ({ concept_id, name, hours }: Concept, { language }: Goal): Repair => ({
  rule: "PR4",
  action: "hours_clamped",
  message:
    language === "zh"
      ? `“${name}”的学时不合理，改为 ${hours.likely} 小时。`
      : `The hours of “${name}” made no sense; it has ${hours.likely} now.`,
  ids: [concept_id],
});

export const tooMany = (dropped: number, { language }: Goal): Repair => ({
  rule: "PR2",
  action: "concepts_dropped",
  message:
    language === "zh"
      ? `模型列出的概念太多，去掉了最后的 ${dropped} 个。`
      : `The model listed more concepts than anybody can follow; the last ${dropped} were left out.`,
  ids: [],
});

export const needsTooMuch = ({ concept_id, name }: Concept, kept: number, { language }: Goal): Repair => ({
  rule: "PR2",
  action: "edge_dropped",
  message:
    language === "zh"
      ? `“${name}”的先修太多，只保留前 ${kept} 个。`
      : `“${name}” named more prerequisites than anybody can follow; the first ${kept} were kept.`,
  ids: [concept_id],
});

export const circlesDropped = (dropped: number, { language }: Goal): Repair => ({
  rule: "PR1",
  action: "edge_cut",
  message:
    language === "zh"
      ? `先修关系到处成环，去掉了 ${dropped} 条指向后面内容的关系。`
      : `The prerequisites went round in circles; ${dropped} that pointed at later concepts were left out.`,
  ids: [],
});
