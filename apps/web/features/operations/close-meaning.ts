const CODES = [
  "1000",
  "1001",
  "1005",
  "1006",
  "1009",
  "1012",
  "1013",
  "4000",
  "4400",
  "4401",
  "4403",
  "4404",
  "4406",
  "4408",
  "4410",
  "4426",
  "4429",
  "4500",
  "4508",
] as const;
const OUTCOMES = ["admitted", "near_miss", "elsewhere"] as const;

/** The key of a close code's words in operations.json; those that nobody needs to know by name are `other`. */
export const closeMeaning = (code: string): (typeof CODES)[number] | "other" => CODES.find((known) => known === code) ?? "other";

/** The key of a dial's outcome; undefined for a refusal, which is named by its close code. */
export const dialMeaning = (outcome: string): (typeof OUTCOMES)[number] | undefined =>
  OUTCOMES.find((known) => known === outcome);
