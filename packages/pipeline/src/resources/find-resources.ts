import { lookKey, type Goal, type Resource } from "@wayfinder/protocol";
import type { ModelKit, SearchHit } from "../model/kit.ts";
import type { ConceptData } from "../prompts/concept-data.ts";
import type { ResourcesAnswer } from "../prompts/resources.ts";

const MOST_RESOURCES = 8;
/** Pages looked at for one resource before it is left as words to search for. */
const MOST_CANDIDATES = 3;

type Suggested = ResourcesAnswer["resources"][number];

interface FindInput {
  readonly answer: ResourcesAnswer;
  readonly place: ConceptData;
  readonly goal: Goal;
  readonly signal: AbortSignal;
}

/**
 * The resources of a concept: the catalogue's first, then the model's. A link is kept only if its page was fetched and is what it is said
 * to be (PR10); whatever else the model named stays as words to search for.
 */
export async function findResources(kit: ModelKit, { answer, place, goal, signal }: FindInput): Promise<Resource[]> {
  const known = knownResources(kit, { place, goal });
  const suggested = await Promise.all(
    answer.resources
      .slice(0, MOST_RESOURCES)
      .map(async (each) => resourceOf(each, await verified(kit, each, { goal, signal }), goal)),
  );
  const seen = new Set<string>();
  return [...known, ...suggested]
    .filter((resource) => {
      const key = lookKey(resource.title);
      return seen.has(key) ? false : seen.add(key);
    })
    .slice(0, MOST_RESOURCES);
}

/** What the catalogue holds for a concept. */
export const knownResources = (
  { known }: ModelKit,
  { place: { concept }, goal }: Pick<FindInput, "place" | "goal">,
): readonly Resource[] => known?.resourcesFor({ name: concept.name, keywords: concept.keywords, language: goal.language }) ?? [];

/** Why an answer is no list of resources, in words for the model; null if it names one at least, which can always be searched for. */
export const resourcesObjection = ({ resources }: ResourcesAnswer): string | null =>
  resources.length === 0 ? "It names no resource; at least one is needed, 3 to 6 are asked for." : null;

type Verified = Pick<Resource, "url" | "checked_on">;

async function verified(
  kit: ModelKit,
  { title, url, find }: Suggested,
  { goal, signal }: Pick<FindInput, "goal" | "signal">,
): Promise<Verified | null> {
  const { links } = kit;
  if (!links) return null;
  const hits = await searched(kit, { query: find?.trim() ? find : title, language: goal.language, signal });
  const candidates = [...(url === undefined ? [] : [url]), ...hits.map((hit) => hit.url)].slice(0, MOST_CANDIDATES);
  for (const candidate of candidates) {
    const page = await links.check({ url: candidate, title, signal });
    if (page) return { url: page.url, checked_on: page.checked_on };
  }
  return null;
}

/** A search that fails leaves words to search for; it stops nothing. */
async function searched(
  kit: ModelKit,
  input: Parameters<NonNullable<ModelKit["search"]>["search"]>[0],
): Promise<readonly SearchHit[]> {
  try {
    return (await kit.search?.search(input)) ?? [];
  } catch {
    input.signal.throwIfAborted();
    return [];
  }
}

const KINDS = ["docs", "standard", "book", "course", "article"] as const;

function resourceOf({ title, publisher, kind, language, find }: Suggested, link: Verified | null, goal: Goal): Resource {
  return {
    title: title.trim(),
    publisher: publisher?.trim() ?? "",
    kind: KINDS.find((each) => kind?.toLowerCase().includes(each)) ?? "article",
    language: language === "zh" || language === "en" ? language : goal.language,
    find: find?.trim() ? find.trim() : title.trim(),
    ...link,
  };
}
