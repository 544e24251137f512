import type { Language, Roadmap } from "@wayfinder/protocol";
import { diffPlans } from "./diff-plan.ts";
import type { Difference } from "./difference.ts";
import { fieldChanges } from "./field-changes.ts";
import { stayingIn } from "./longest-run.ts";
import { entriesOf, type Entry, type EntryKind } from "./outline-entry.ts";
import { quote, say } from "./say.ts";

const WORDS: Readonly<Record<EntryKind, { en: string; zh: string }>> = {
  stage: { en: "stage", zh: "阶段" },
  module: { en: "module", zh: "模块" },
  concept: { en: "concept", zh: "概念" },
  outcome: { en: "outcome", zh: "成果" },
};

/** Ids that stand elsewhere than before: below another parent, or in another order among those that stayed. */
function movedIds(before: readonly Entry[], after: readonly Entry[]): Set<string> {
  const parentBefore = new Map(before.map((entry) => [entry.id, entry.parent.id]));
  const kept = after.filter((entry) => parentBefore.has(entry.id));
  const moved = new Set(kept.filter((entry) => parentBefore.get(entry.id) !== entry.parent.id).map((entry) => entry.id));
  for (const [parent, siblings] of Map.groupBy(kept, (entry) => entry.parent.id)) {
    const wanted = siblings.map((entry) => entry.id).filter((id) => !moved.has(id));
    const present = before.filter((entry) => entry.parent.id === parent).map((entry) => entry.id);
    const staying = stayingIn(present, wanted);
    for (const id of wanted) if (!staying.has(id)) moved.add(id);
  }
  return moved;
}

function diffEntries(
  kind: EntryKind,
  { before, after }: { before: readonly Entry[]; after: readonly Entry[] },
  language: Language,
): Difference[] {
  const [was, is] = [new Map(before.map((entry) => [entry.id, entry])), new Map(after.map((entry) => [entry.id, entry]))];
  const moved = movedIds(before, after);
  const tell = (change: Difference["kind"], id: string, text: { en: string; zh: string }): Difference => ({
    kind: change,
    target: kind,
    id,
    message: say(language, text.en, text.zh),
  });
  const { en, zh } = WORDS[kind];
  const removed = before
    .filter((entry) => !is.has(entry.id))
    .map(({ id, name }) => tell("removed", id, { en: `Removed ${en} ${quote(name)}.`, zh: `删去了${zh}${quote(name)}。` }));
  const rest = after.flatMap((entry): Difference[] => {
    const { id, parent } = entry;
    const [name, place] = [quote(entry.name), quote(parent.name)];
    const old = was.get(id);
    if (!old) return [tell("added", id, { en: `Added ${en} ${name} to ${place}.`, zh: `在${place}中添加了${zh}${name}。` })];
    const from = quote(old.parent.name);
    const isElsewhere = old.parent.id !== parent.id;
    const move = isElsewhere
      ? { en: `Moved ${en} ${name} from ${from} to ${place}.`, zh: `把${zh}${name}从${from}移到${place}。` }
      : { en: `Moved ${en} ${name} within ${place}.`, zh: `在${place}中移动了${zh}${name}。` };
    const changes = fieldChanges(old.fields, entry.fields, language);
    const change = {
      en: `Changed ${en} ${quote(old.name)}: ${changes.join("; ")}.`,
      zh: `修改了${zh}${quote(old.name)}：${changes.join("；")}。`,
    };
    return [...(moved.has(id) ? [tell("moved", id, move)] : []), ...(changes.length > 0 ? [tell("changed", id, change)] : [])];
  });
  return [...removed, ...rest];
}

const withoutConcepts = (outcomes: readonly Entry[]): Entry[] =>
  outcomes.map((entry) => ({ ...entry, fields: { name: entry.fields.name } }));

/** What differs between two versions of a roadmap, as a list a person can read, in the language of the later one; the state of content is left out. */
export function diffRoadmaps(before: Roadmap, after: Roadmap): Difference[] {
  const { language, roadmap_id: id } = after;
  const differences: Difference[] = [];
  if (before.title !== after.title)
    differences.push({
      kind: "changed",
      target: "roadmap",
      id,
      message: say(language, `The title is now ${quote(after.title)}.`, `标题改为${quote(after.title)}。`),
    });
  if (before.goal !== after.goal)
    differences.push({
      kind: "changed",
      target: "roadmap",
      id,
      message: say(language, `The goal is now ${quote(after.goal)}.`, `目标改为${quote(after.goal)}。`),
    });
  const [was, is] = [entriesOf(before), entriesOf(after)];
  for (const kind of ["stage", "module", "concept"] as const)
    differences.push(...diffEntries(kind, { before: was[kind], after: is[kind] }, language));
  // which concepts lead to an outcome follows from those that came and went
  const isFollowed = differences.some(({ kind, target }) => target === "concept" && (kind === "added" || kind === "removed"));
  const [old, now] = isFollowed ? [was.outcome, is.outcome].map(withoutConcepts) : [was.outcome, is.outcome];
  differences.push(...diffEntries("outcome", { before: old ?? [], after: now ?? [] }, language));
  return [...differences, ...diffPlans(before, after)];
}
