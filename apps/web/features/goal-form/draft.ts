import type { ContentPreference, GenerateRequest, Language, Level } from "@wayfinder/protocol";

// The choices in the order of the page. Written out, because the protocol's schemas would bring their validator into the page.
export const LEVELS: readonly Level[] = ["beginner", "intermediate", "advanced"];
export const LANGUAGES: readonly Language[] = ["en", "zh"];
export const WAYS: readonly ContentPreference[] = ["hands_on", "text", "visual", "audio"];

/** What a person has typed into the form so far, kept as typed, right or wrong. */
export interface Draft {
  readonly goal: string;
  readonly level: Level;
  readonly background: string;
  readonly known_skills: readonly string[];
  /** Null while the field is empty. */
  readonly hours_per_week: number | null;
  readonly finish: "open" | "date";
  /** `YYYY-MM-DD`, or empty; counts only when `finish` is "date". */
  readonly deadline: string;
  /** Null until one is chosen: the page's language. */
  readonly language: Language | null;
  readonly content_preferences: readonly ContentPreference[];
  readonly motivation: string;
  readonly extra_context: string;
  readonly review: boolean;
  /** Auto: the model where there is one. */
  readonly source: GenerateRequest["source"];
}

/** An untouched form. Six hours: an hour on most days. */
export const EMPTY_DRAFT: Draft = {
  goal: "",
  level: "beginner",
  background: "",
  known_skills: [],
  hours_per_week: 6,
  finish: "open",
  deadline: "",
  language: null,
  content_preferences: [],
  motivation: "",
  extra_context: "",
  review: false,
  source: "auto",
};

/** Reads a kept draft; what is missing or of another shape is as in an untouched form. */
export function parseDraft(text: string | null): Draft {
  const kept = parseObject(text);
  const words = (name: keyof Draft) => (typeof kept[name] === "string" ? kept[name] : "");
  const list = (name: keyof Draft) => (Array.isArray(kept[name]) ? (kept[name] as unknown[]) : []);
  const hours = kept["hours_per_week"];
  return {
    goal: words("goal"),
    level: LEVELS.find((level) => level === kept["level"]) ?? EMPTY_DRAFT.level,
    background: words("background"),
    known_skills: list("known_skills").filter((skill) => typeof skill === "string"),
    hours_per_week: typeof hours === "number" || hours === null ? hours : EMPTY_DRAFT.hours_per_week,
    finish: kept["finish"] === "date" ? "date" : "open",
    deadline: words("deadline"),
    language: LANGUAGES.find((language) => language === kept["language"]) ?? null,
    content_preferences: WAYS.filter((way) => list("content_preferences").includes(way)),
    motivation: words("motivation"),
    extra_context: words("extra_context"),
    review: kept["review"] === true,
    source: kept["source"] === "catalogue" ? "catalogue" : EMPTY_DRAFT.source,
  };
}

/** The form after a goal was taken: what describes the person stays for the next goal. */
export function draftAfterSubmit(draft: Draft): Draft {
  const { background, known_skills, hours_per_week, language, content_preferences, review, source } = draft;
  return { ...EMPTY_DRAFT, background, known_skills, hours_per_week, language, content_preferences, review, source };
}

function parseObject(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
