import type { Hours, Language } from "@wayfinder/protocol";
import { conceptsOf, type Draft } from "./draft.ts";
import { LEAST_HOURS, MOST_HOURS } from "./hours-range.ts";
import { QUARTERS_PER_HOUR } from "./pace.ts";
import type { RepairLog } from "./repair-log.ts";
import { quote, say } from "./say.ts";
import { lengthInWords } from "./time-words.ts";

/** Hours in range and in quarters; what is no positive number counts as `otherwise`. */
function clamp(hours: number, otherwise: number): number {
  const sound = hours > 0 ? hours : otherwise;
  const quarters = Math.round(Math.min(MOST_HOURS, sound) * QUARTERS_PER_HOUR);
  return Math.max(LEAST_HOURS, quarters / QUARTERS_PER_HOUR);
}

/** Hours a plan can hold: `likely` rules, `low` and `high` give way to it. */
function soundHours({ low, likely, high }: Hours): Hours {
  const middle = clamp(likely, clamp(low, clamp(high, 1)));
  return { low: Math.min(clamp(low, middle), middle), likely: middle, high: Math.max(clamp(high, middle), middle) };
}

/** Clamps hours to what a concept can take, in quarters, low ≤ likely ≤ high (PR4). */
export function repairHours(draft: Draft, log: RepairLog): void {
  for (const concept of conceptsOf(draft)) {
    const sound = soundHours(concept.hours);
    const { low, likely, high } = concept.hours;
    if (low === sound.low && likely === sound.likely && high === sound.high) continue;
    const inWords = (language: Language) => {
      const [least, about, most] = [sound.low, sound.likely, sound.high].map((hours) => lengthInWords(hours, language));
      return say(language, `about ${about}, ${least} to ${most}`, `约 ${about}（${least}到 ${most}）`);
    };
    log.add({
      rule: "PR4",
      action: "hours_clamped",
      ids: [concept.concept_id],
      en: `Set the hours of ${quote(concept.name)} to ${inWords("en")}.`,
      zh: `把${quote(concept.name)}的学时定为${inWords("zh")}。`,
      refusal: {
        en: `${quote(concept.name)} can take ${lengthInWords(LEAST_HOURS, "en")} to ${MOST_HOURS} h, in quarters of an hour.`,
        zh: `${quote(concept.name)}的学时只能在 ${lengthInWords(LEAST_HOURS, "zh")}到 ${MOST_HOURS} 小时之间，以一刻钟为单位。`,
      },
    });
    concept.hours = sound;
  }
}
