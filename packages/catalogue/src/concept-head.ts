import type { Bilingual, BilingualList } from "./bilingual.ts";
import { asList, asNumber, asRecord, asText, asTexts } from "./read-value.ts";

interface HeadResource {
  readonly title: string;
  readonly publisher: string;
  readonly kind: string;
  readonly lang: string;
  readonly find: string;
  readonly url: string;
}

/** The front matter of a concept, in shape but not yet checked: what is missing reads as an empty text, an empty list or NaN. */
export interface ConceptHead {
  readonly keys: readonly string[];
  readonly id: string;
  readonly title: Bilingual;
  readonly aliases: BilingualList;
  readonly domain: string;
  readonly module: string;
  readonly kind: string;
  readonly tags: readonly string[];
  readonly level: string;
  readonly hours: { readonly low: number; readonly likely: number; readonly high: number };
  readonly value: number;
  readonly outcomes: readonly (Bilingual & { readonly id: string })[];
  readonly hard: readonly string[];
  readonly soft: readonly string[];
  /** Kinds of prerequisite other than hard and soft. */
  readonly odd_kinds: readonly string[];
  readonly resources: readonly HeadResource[];
  readonly sources: readonly string[];
  readonly checked: { readonly on: string; readonly with: string };
}

/** What a concept is worth when its front matter does not say. */
const DEFAULT_VALUE = 3;

/** Both languages of a text. */
export const bilingual = (value: unknown): Bilingual => {
  const { en, zh } = asRecord(value);
  return { en: asText(en), zh: asText(zh) };
};

/** The front matter out of its YAML value. */
export function conceptHead(data: unknown): ConceptHead {
  const head = asRecord(data);
  const aliases = asRecord(head["aliases"]);
  const hours = asRecord(head["hours"]);
  const checked = asRecord(head["checked"]);
  const requires = asList(head["requires"]).map((r) => ({ id: asText(asRecord(r)["id"]), kind: asText(asRecord(r)["kind"]) }));
  const required = (kind: string) => requires.filter((r) => r.kind === kind).map((r) => r.id);
  return {
    keys: Object.keys(head),
    id: asText(head["id"]),
    title: bilingual(head["title"]),
    aliases: { en: asTexts(aliases["en"]), zh: asTexts(aliases["zh"]) },
    domain: asText(head["domain"]),
    module: asText(head["module"]),
    kind: asText(head["kind"]),
    tags: asTexts(head["tags"]),
    level: asText(head["level"]),
    hours: { low: asNumber(hours["low"]), likely: asNumber(hours["likely"]), high: asNumber(hours["high"]) },
    value: head["value"] === undefined ? DEFAULT_VALUE : asNumber(head["value"]),
    outcomes: asList(head["outcomes"]).map((o) => ({ id: asText(asRecord(o)["id"]), ...bilingual(o) })),
    hard: required("hard"),
    soft: required("soft"),
    odd_kinds: requires.filter((r) => r.kind !== "hard" && r.kind !== "soft").map((r) => r.kind),
    resources: asList(head["resources"]).map(resource),
    sources: asTexts(head["sources"]),
    checked: { on: asText(checked["on"]), with: asText(checked["with"]) },
  };
}

function resource(value: unknown): HeadResource {
  const { title, publisher, kind, lang, find, url } = asRecord(value);
  return {
    title: asText(title),
    publisher: asText(publisher),
    kind: asText(kind),
    lang: asText(lang),
    find: asText(find),
    url: asText(url),
  };
}
