import type { Goal, Language, Level } from "@wayfinder/protocol";
import type { Catalogue } from "../catalogue.ts";
import type { CatalogueConcept } from "../catalogue-concept.ts";
import type { CoveredGoal } from "../match/match-goal.ts";
import { matchSkills } from "../match/match-skills.ts";

/** What the sentences of an intent are made of. */
export interface IntentFacts {
  readonly catalogue: Catalogue;
  readonly goal: Goal;
  readonly match: CoveredGoal;
  readonly route: readonly CatalogueConcept[];
  readonly targets: readonly string[];
  /** Targets that were added so that the roadmap is more than one concept. */
  readonly added: readonly string[];
  readonly spared: readonly { readonly title: string }[];
  readonly unknown: readonly string[];
}

/** At most this many names in a sentence; the rest is counted. */
const MAX_NAMES = 6;

/** "A, B and 3 more" in the language. */
export function listOf(names: readonly string[], language: Language): string {
  const shown = names.slice(0, MAX_NAMES);
  const rest = names.length - shown.length;
  if (language === "zh") return rest > 0 ? `${shown.join("、")}等 ${names.length} 项` : shown.join("、");
  if (rest > 0) return `${shown.join(", ")} and ${rest} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}` : (shown[0] ?? "");
}

const MAX_FOCUS = 5;

/** What the roadmap leads to. */
export const focusOf = ({ catalogue, goal, targets }: IntentFacts): string[] =>
  targets.slice(0, MAX_FOCUS).map((id) => catalogue.concepts.get(id)?.title[goal.language] ?? id);

const LEVEL_NAMES = {
  en: { beginner: "New to the field", intermediate: "Has some practice", advanced: "Experienced" },
  zh: { beginner: "刚接触这个领域", intermediate: "有一些实践", advanced: "经验丰富" },
} as const satisfies Record<Language, Record<Level, string>>;

/** The learner in one or two sentences. */
export function profileSummary({ goal, spared, catalogue: _ }: IntentFacts): string {
  const { language, hours_per_week: hours, deadline } = goal;
  const level = LEVEL_NAMES[language][goal.level];
  const known = listOf(
    spared.map((k) => k.title),
    language,
  );
  const background = goal.background?.split("\n")[0] ?? "";
  if (language === "zh") {
    const until = deadline === undefined ? "" : `，希望在 ${deadline} 前完成`;
    return `${level}，每周 ${hours} 小时，${goal.starts_on} 开始${until}。${known && `已会：${known}。`}${background && `背景：${background}`}`;
  }
  const until = deadline === undefined ? "" : `, until ${deadline}`;
  const hoursText = hours === 1 ? "1 hour" : `${hours} hours`;
  return `${level}, ${hoursText} a week from ${goal.starts_on}${until}.${known && ` Knows: ${known}.`}${background && ` Background: ${background}`}`;
}

/** What has to be learned on the way, by topic, in the order of the map. */
export function skillGaps({ catalogue, goal, route }: IntentFacts): string[] {
  return [...Map.groupBy(route, (c) => c.module)].map(([id, concepts]) => {
    const title = catalogue.map.modules.get(id)?.title[goal.language] ?? id;
    const names = listOf(
      concepts.map((c) => c.title[goal.language]),
      goal.language,
    );
    return goal.language === "zh" ? `${title}：${names}` : `${title}: ${names}`;
  });
}

const LEVEL_ASSUMPTIONS = {
  en: {
    beginner: "You are new to this, so hours are planned with the catalogue's high estimate.",
    intermediate: "You have some practice, so hours are planned with the catalogue's likely estimate.",
    advanced: "You are experienced, so hours are planned between the catalogue's low and likely estimates.",
  },
  zh: {
    beginner: "你刚接触这个领域，所以按目录中较高的估时来安排。",
    intermediate: "你有一些实践，所以按目录中的常规估时来安排。",
    advanced: "你经验丰富，所以按目录中较低与常规之间的估时来安排。",
  },
} as const satisfies Record<Language, Record<Level, string>>;

/** What was assumed, in sentences that a learner can disagree with; gaps of the catalogue are told here. */
export function assumptionsOf({ catalogue, goal, match, added, spared, unknown }: IntentFacts): string[] {
  const { language } = goal;
  const isZh = language === "zh";
  const missing = match.coverage.missing.filter((m) => !match.uncovered.includes(m));
  const sentence = (names: readonly string[], en: (list: string) => string, zh: (list: string) => string) =>
    names.length === 0 ? [] : [(isZh ? zh : en)(listOf(names, language))];
  return [
    LEVEL_ASSUMPTIONS[language][goal.level],
    ...sentence(
      spared.map((k) => k.title),
      (l) => `You know ${l}; this is left out.`,
      (l) => `你已经会${l}，这些不再安排。`,
    ),
    ...sentence(
      quoted(unknown, language),
      (l) => `The catalogue has no entry for ${l}, so nothing was left out because of it.`,
      (l) => `目录里没有${l}，因此没有据此省略内容。`,
    ),
    ...sentence(
      quoted(match.uncovered, language),
      (l) => `${l} is not covered by the built-in catalogue and is not part of this roadmap.`,
      (l) => `内置目录还没有${l}，这部分不在路线图里。`,
    ),
    ...sentence(
      missing,
      (l) => `Not written yet and therefore missing: ${l}.`,
      (l) => `还没有写好、因此缺少的内容：${l}。`,
    ),
    ...sentence(
      added.map((id) => catalogue.concepts.get(id)?.title[language] ?? id),
      (l) => `One concept is no road, so ${l} was added.`,
      (l) => `只有一个知识点不成路线，所以加上了${l}。`,
    ),
  ];
}

const quoted = (names: readonly string[], language: Language): string[] =>
  names.map((n) => (language === "zh" ? `“${n}”` : `“${n}”`));

/** What may help: soft prerequisites outside the roadmap, skills the background speaks of, a way to work. */
export function suggestionsOf({ catalogue, goal, route }: IntentFacts): string[] {
  const { language } = goal;
  const isZh = language === "zh";
  const titles = (ids: Iterable<string>) => [...new Set(ids)].map((id) => catalogue.index.titles.get(id)?.[language] ?? id);
  const inside = new Set(route.map((c) => c.id));
  const known = new Set(matchSkills(catalogue, goal.known_skills ?? []).known);
  const helpful = titles(
    route.flatMap((c) => c.soft).filter((id) => !inside.has(id) && !known.has(id) && catalogue.concepts.has(id)),
  );
  const project = route.findLast((c) => c.id.includes("project"))?.title[language];
  return [
    ...(helpful.length === 0
      ? []
      : [isZh ? `有帮助但不是必需：${listOf(helpful, language)}。` : `Helpful, not required: ${listOf(helpful, language)}.`]),
    ...(project === undefined
      ? []
      : [isZh ? `尽早想好要做什么，为“${project}”留出素材。` : `Decide early what you want to make for “${project}”.`]),
    isZh ? "先做练习再做测验：答错的题会安排复习。" : "Do the exercise before the quiz; what you miss comes back for review.",
  ];
}
