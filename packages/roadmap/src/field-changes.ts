import type { Hours, Language } from "@wayfinder/protocol";
import type { EntryFields } from "./outline-entry.ts";
import { quote, quoteAll, say } from "./say.ts";
import { lengthInWords } from "./time-words.ts";

type Prerequisites = NonNullable<EntryFields["prerequisites"]>;

const DIFFICULTIES = { easy: "容易", medium: "中等", hard: "较难" } as const;

/** What changed in the fields of a node, in words: the new value, and the old one where it is short. */
export function fieldChanges(was: EntryFields, is: EntryFields, language: Language): string[] {
  const told: string[] = [];
  const tell = (en: string, zh: string): number => told.push(say(language, en, zh));
  const isOutcome = is.description === undefined;
  if (was.name !== is.name)
    if (isOutcome) tell(`it now reads ${quote(is.name)}`, `文字改为${quote(is.name)}`);
    else tell(`it is now called ${quote(is.name)}`, `改名为${quote(is.name)}`);
  if (was.description !== is.description) tell("it has a new description", "说明有改动");
  if (was.hours && is.hours) told.push(...hoursChange(was.hours, is.hours, language));
  if (was.difficulty && is.difficulty && was.difficulty !== is.difficulty)
    tell(
      `it is now ${is.difficulty}, was ${was.difficulty}`,
      `难度改为${DIFFICULTIES[is.difficulty]}，原为${DIFFICULTIES[was.difficulty]}`,
    );
  if (was.prerequisites && is.prerequisites) told.push(...edgeChanges(was.prerequisites, is.prerequisites, language));
  if (was.outcomes !== is.outcomes) tell("it has other outcomes", "学完能做什么有改动");
  if (was.keywords !== is.keywords) tell("it has other keywords", "关键词有改动");
  const [more, less] = [missingIn(was.concepts, is.concepts), missingIn(is.concepts, was.concepts)];
  if (more.length > 0)
    tell(`${quoteAll(more, "en")} now ${more.length === 1 ? "leads" : "lead"} there`, `${quoteAll(more, "zh")}现在通向它`);
  if (less.length > 0)
    tell(`${quoteAll(less, "en")} no longer ${less.length === 1 ? "leads" : "lead"} there`, `${quoteAll(less, "zh")}不再通向它`);
  return told;
}

/** The names of what the second map has and the first has not. */
const missingIn = (a: ReadonlyMap<string, string> = new Map(), b: ReadonlyMap<string, string> = new Map()): string[] =>
  [...b].filter(([id]) => !a.has(id)).map(([, name]) => name);

/** The likely length is what a plan is made of; the range is told only where it changed alone. */
function hoursChange(was: Hours, is: Hours, language: Language): string[] {
  const words = (hours: number): string => lengthInWords(hours, language);
  const range = ({ low, high }: Hours): string =>
    low === high ? words(low) : say(language, `${words(low)} to ${words(high)}`, `${words(low)}到 ${words(high)}`);
  if (was.likely !== is.likely)
    return [
      say(language, `about ${words(is.likely)}, was ${words(was.likely)}`, `约 ${words(is.likely)}，原为 ${words(was.likely)}`),
    ];
  if (was.low === is.low && was.high === is.high) return [];
  return [say(language, `it takes ${range(is)}, was ${range(was)}`, `要学 ${range(is)}，原为 ${range(was)}`)];
}

function edgeChanges(was: Prerequisites, is: Prerequisites, language: Language): string[] {
  const changed = [...is].filter(([id, { kind }]) => was.get(id)?.kind !== kind);
  const namesOf = (kind: "hard" | "soft"): string[] =>
    changed.filter(([, edge]) => edge.kind === kind).map(([, { name }]) => name);
  const [needed, helpful] = [namesOf("hard"), namesOf("soft")];
  const gone = [...was].filter(([id]) => !is.has(id)).map(([, { name }]) => name);
  const list = (names: readonly string[]): string => quoteAll(names, language);
  return [
    ...(needed.length > 0 ? [say(language, `it now needs ${list(needed)}`, `先修加上${list(needed)}`)] : []),
    ...(helpful.length > 0 ? [say(language, `${list(helpful)} helps before it`, `最好先学${list(helpful)}`)] : []),
    ...(gone.length > 0 ? [say(language, `it no longer needs ${list(gone)}`, `先修去掉${list(gone)}`)] : []),
  ];
}
