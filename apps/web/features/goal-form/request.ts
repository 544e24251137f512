import type { GenerateRequest, Language } from "@wayfinder/protocol";
import type { Draft } from "./draft.ts";

/** What the page adds to a draft. */
export interface PageContext {
  /** The roadmap's language until one is chosen. */
  readonly language: Language;
  /** IANA name, so that "today" is the person's today. */
  readonly timezone: string | undefined;
  /** Whether there is a choice of sources. */
  readonly hasModel: boolean;
}

/** The body of generate and estimate. Empty optional texts are left out. */
export function requestOf(draft: Draft, page: PageContext): GenerateRequest {
  return {
    goal: draft.goal.trim(),
    level: draft.level,
    // A field that checkDraft refuses never reaches the server.
    hours_per_week: draft.hours_per_week ?? 0,
    language: draft.language ?? page.language,
    review: draft.review,
    source: page.hasModel ? draft.source : "auto",
    ...(page.timezone ? { timezone: page.timezone } : {}),
    ...(draft.finish === "date" && draft.deadline ? { deadline: draft.deadline } : {}),
    ...(draft.known_skills.length > 0 ? { known_skills: [...draft.known_skills] } : {}),
    ...(draft.content_preferences.length > 0 ? { content_preferences: [...draft.content_preferences] } : {}),
    ...text("background", draft.background),
    ...text("motivation", draft.motivation),
    ...text("extra_context", draft.extra_context),
  };
}

function text<K extends string>(name: K, value: string): Partial<Record<K, string>> {
  const trimmed = value.trim();
  return trimmed ? ({ [name]: trimmed } as Record<K, string>) : {};
}
