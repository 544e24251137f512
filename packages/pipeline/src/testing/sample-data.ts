import type { Goal, Intent, Language, Roadmap } from "@wayfinder/protocol";
import { draftOfOutline } from "../outline/draft-of-outline.ts";
import type { OutlineAnswer } from "../outline/outline-answer.ts";
import { passGate } from "../outline/sound-draft.ts";
import type { ConceptData } from "../prompts/concept-data.ts";

const WORDS = {
  en: { goal: "keep bees in my garden", parsed: "Keep bees", known: "Woodwork", gap: "reading a frame" },
  zh: { goal: "在自家院子里养蜜蜂", parsed: "学会养蜂", known: "木工", gap: "看懂巢脾" },
} as const;

/** A learner's goal in a language, for a model. */
export const sampleGoal = (language: Language): Goal => ({
  goal: WORDS[language].goal,
  level: "beginner",
  hours_per_week: 4,
  language,
  known_skills: [WORDS[language].known],
  review: false,
  starts_on: "2026-11-23",
  source: "model",
});

/** What was understood of it. */
export const sampleIntent = (language: Language): Intent => ({
  parsed_goal: WORDS[language].parsed,
  path_type: "deep_dive",
  difficulty: "easy",
  hours: { low: 21, likely: 30, high: 48 },
  key_technologies: [],
  focus: [WORDS[language].gap],
  profile_summary: "",
  skill_gaps: [WORDS[language].gap],
  suggestions: [],
  assumptions: [],
  known: [],
  targets: ["bees"],
});

const OUTLINES: Readonly<Record<Language, OutlineAnswer>> = {
  en: {
    title: "Keeping bees",
    outcomes: [{ text: "Bring a colony through a year", concepts: ["Harvest", "Wintering"] }],
    stages: [
      {
        name: "Before the bees",
        modules: [
          {
            name: "The colony",
            concepts: [
              { name: "Castes", hours: 2 },
              { name: "Brood cycle", prerequisites: ["Castes"] },
            ],
          },
          { name: "The hive", concepts: [{ name: "Hive parts" }] },
        ],
      },
      {
        name: "The year",
        modules: [
          {
            name: "Summer",
            concepts: [
              { name: "Inspection", prerequisites: ["Brood cycle", "Hive parts"] },
              { name: "Harvest", prerequisites: ["Inspection"] },
            ],
          },
          { name: "Winter", concepts: [{ name: "Wintering", prerequisites: ["Inspection"] }] },
        ],
      },
    ],
  },
  zh: {
    title: "养蜂",
    outcomes: [{ text: "带一群蜂过完一年", concepts: ["取蜜", "越冬"] }],
    stages: [
      {
        name: "准备",
        modules: [{ name: "蜂群", concepts: [{ name: "三型蜂" }, { name: "子脾周期", prerequisites: ["三型蜂"] }] }],
      },
      {
        name: "一年",
        modules: [
          {
            name: "管理",
            concepts: [
              { name: "开箱检查", prerequisites: ["子脾周期"] },
              { name: "取蜜", prerequisites: ["开箱检查"] },
              { name: "越冬", prerequisites: ["开箱检查"] },
            ],
          },
        ],
      },
    ],
  },
};

/** A small outline as a good model writes it: six concepts on bees in English, five in Chinese. */
export const sampleOutline = (language: Language): OutlineAnswer => OUTLINES[language];

/** The roadmap that the gate makes of it. */
export function sampleRoadmap(language: Language): Roadmap {
  const goal = sampleGoal(language);
  const { draft, optional } = draftOfOutline(sampleOutline(language), goal);
  const { roadmap, findings } = passGate({ draft, goal, optional, roadmap_id: "r", version: 1 });
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return roadmap;
}

/** One concept with its place, as content prompts get it. */
export const samplePlace = (language: Language): ConceptData => ({
  concept: {
    concept_id: "inspection",
    name: language === "zh" ? "开箱检查" : "Inspection",
    description: language === "zh" ? "打开蜂箱，看懂蜂群的状况。" : "Opening a hive and reading the state of the colony.",
    difficulty: "medium",
    hours: 2,
    outcomes: [language === "zh" ? "能判断蜂王是否在" : "Can tell whether there is a queen"],
    keywords: [],
  },
  roadmap_title: language === "zh" ? "养蜂" : "Keeping bees",
  stage: language === "zh" ? "一年" : "The year",
  module: language === "zh" ? "管理" : "Summer",
  builds_on: [language === "zh" ? "子脾周期" : "Brood cycle"],
  leads_to: [language === "zh" ? "取蜜" : "Harvest"],
});
