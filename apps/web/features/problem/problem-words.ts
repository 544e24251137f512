import type { FieldError, Problem } from "@wayfinder/protocol";
import type { useTranslations } from "next-intl";

/** The texts of problems in the page's language. */
export type ProblemTexts = ReturnType<typeof useTranslations<"problems">>;

/** What happened and what to do, in the page's language, by the problem's code; never its English detail. */
export function problemWords(t: ProblemTexts, problem: Problem): string {
  const { code, errors = [], retry_after_s = 0, no_effect = false, status } = problem;
  if (code === "invalid_request") {
    const named = errors.flatMap((error) => namedWords(t, error) ?? []);
    if (named.length > 0) return sentences([...new Set(named)]);
  }
  const key = `codes.${code}`;
  if (!isText(t, key)) return t("unknown", { status });
  // The objections are in the roadmap's language, as all it holds.
  const objections = sentences(errors.map(({ message }) => message));
  return t(key, { objections, no_effect: String(no_effect), seconds: retry_after_s }).trim();
}

/** What a field must be, to be shown beside it; undefined where the rule is not known here. */
export function fieldWords(t: ProblemTexts, { path, rule, limit }: FieldError): string | undefined {
  const key = `rules.${rule}`;
  if (!isText(t, key)) return undefined;
  // A day is a calendar day without a zone, written as a UTC midnight.
  const words = t(key, { limit: typeof limit === "string" ? new Date(limit) : (limit ?? 0) });
  const entry = path.split(".")[1];
  return entry !== undefined && /^\d+$/.test(entry) ? t("entry", { number: Number(entry) + 1, words }) : words;
}

/** The same with the field's name, for where the field is not in sight. */
function namedWords(t: ProblemTexts, error: FieldError): string | undefined {
  const name = `fields.${error.path.split(".")[0]}`;
  const words = fieldWords(t, error);
  return words !== undefined && isText(t, name) ? t("field", { name: t(name), words }) : undefined;
}

/** One after the other; Chinese ones without a space between. */
const sentences = (said: readonly string[]): string =>
  said.reduce((all, next) => `${all}${/[。！？]$/.test(all) ? "" : " "}${next}`, "").trim();

/** Whether there is a text of that key: servers may be newer than their pages. */
const isText = (t: ProblemTexts, key: string): key is Parameters<ProblemTexts>[0] => t.has(key as Parameters<ProblemTexts>[0]);
