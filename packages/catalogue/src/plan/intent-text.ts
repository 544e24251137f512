import type { ContentPreference, Goal, Language, Level } from "@wayfinder/protocol";
import type { Catalogue } from "../catalogue.ts";
import type { CatalogueConcept } from "../catalogue-concept.ts";
import type { CoveredGoal } from "../match/match-goal.ts";
import { backgroundOf } from "../match/background.ts";
import { mentionedConcepts } from "../match/match-skills.ts";
import { listOf } from "./name-list.ts";

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
  readonly known: ReadonlySet<string>;
  /** Skills the catalogue has no words for. */
  readonly unknown: readonly string[];
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
export function profileSummary({ goal, spared }: IntentFacts): string {
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

/** A text in both languages, to be filled with a list of names. */
type Sentence = Readonly<Record<Language, (names: string) => string>>;

const SPARED: Sentence = { en: (l) => `Left out because you know it: ${l}.`, zh: (l) => `你已经会、不再安排的内容：${l}。` };
const UNKNOWN: Sentence = {
  en: (l) => `The catalogue has no entry for these skills, so nothing was left out because of them: ${l}.`,
  zh: (l) => `目录里没有这些技能，因此没有据此省略内容：${l}。`,
};
const UNCOVERED: Sentence = {
  en: (l) => `Not covered by the built-in catalogue and not part of this roadmap: ${l}.`,
  zh: (l) => `内置目录还没有、因此不在路线图里的部分：${l}。`,
};
const MISSING: Sentence = {
  en: (l) => `Not written yet and therefore missing: ${l}.`,
  zh: (l) => `还没有写好、因此缺少的内容：${l}。`,
};
const ADDED: Sentence = {
  en: (l) => `One concept makes no road, so this was added: ${l}.`,
  zh: (l) => `只有一个概念不成路线，所以加上了：${l}。`,
};
const HELPFUL: Sentence = { en: (l) => `Helpful, not required: ${l}.`, zh: (l) => `有帮助但不是必需：${l}。` };
const MENTIONED: Sentence = {
  en: (l) => `You speak of experience with some of this. What you know you can add to your skills, and it is left out: ${l}.`,
  zh: (l) => `你提到有过相关经验。已经会的可以加进“已掌握”，路线图就不再安排：${l}。`,
};
const PROJECT: Sentence = {
  en: (l) => `Decide early what you want to make: ${l}.`,
  zh: (l) => `尽早想好要做什么：${l}。`,
};
/** How to use the catalogue's texts in the way one likes to learn; what it does not have is said. */
const PREFERRED = {
  en: {
    hands_on: "You like to learn by doing: try each exercise first, and read up on what you miss.",
    visual: "Figures and outputs stand in the worked examples; draw your own for what has none.",
    text: "You like to read: take the first resource of each concept too, it goes deeper.",
    audio: "The catalogue has no audio; its texts can be read out by your device.",
  },
  zh: {
    hands_on: "你喜欢动手：每个概念先试着做练习，缺什么再读什么。",
    visual: "图和输出都在示例里；没有图的地方，自己画一张。",
    text: "你喜欢阅读：每个概念的第一份资料也值得读，讲得更深。",
    audio: "目录里没有音频，可以让设备朗读教程。",
  },
} as const satisfies Record<Language, Record<ContentPreference, string>>;

const HABIT = {
  en: "Do the exercise before the quiz: predict first, then compare.",
  zh: "先做练习再做测验：先预测，再对照。",
} as const satisfies Record<Language, string>;

/** The sentence, if there is something to put into it. */
const tell = (sentence: Sentence, names: readonly string[], language: Language): string[] =>
  names.length === 0 ? [] : [sentence[language](listOf(names, language))];

/** What was assumed, in sentences that a learner can disagree with; gaps of the catalogue are told here. */
export function assumptionsOf({ catalogue, goal, match, added, spared, unknown }: IntentFacts): string[] {
  const { language } = goal;
  const missing = match.coverage.missing.slice(0, match.coverage.missing.length - match.uncovered.length);
  return [
    LEVEL_ASSUMPTIONS[language][goal.level],
    ...tell(
      SPARED,
      spared.map((k) => k.title),
      language,
    ),
    ...tell(UNKNOWN, unknown.map(quoted), language),
    ...tell(UNCOVERED, match.uncovered.map(quoted), language),
    ...tell(MISSING, missing, language),
    ...tell(ADDED, titlesOf(catalogue, added, language), language),
  ];
}

const quoted = (name: string): string => `“${name}”`;

const titlesOf = ({ index }: Catalogue, ids: Iterable<string>, language: Language): string[] =>
  [...new Set(ids)].map((id) => index.titles.get(id)?.[language] ?? id);

/** What may help: soft prerequisites outside the roadmap, experience the learner speaks of, a way to work. */
export function suggestionsOf({ catalogue, goal, route, known }: IntentFacts): string[] {
  const { language } = goal;
  const inside = new Set(route.map((c) => c.id));
  const helpful = route.flatMap((c) => c.soft).filter((id) => !inside.has(id) && !known.has(id) && catalogue.concepts.has(id));
  const mentioned = mentionedConcepts(catalogue, [goal.background ?? "", backgroundOf(goal.goal)]).filter((id) => inside.has(id));
  const projects = route.filter((c) => c.kind === "project").map((c) => c.id);
  return [
    ...tell(MENTIONED, titlesOf(catalogue, mentioned, language), language),
    ...tell(HELPFUL, titlesOf(catalogue, helpful, language), language),
    ...tell(PROJECT, titlesOf(catalogue, projects, language), language),
    ...[...new Set(goal.content_preferences)].map((preference) => PREFERRED[language][preference]),
    HABIT[language],
  ];
}
