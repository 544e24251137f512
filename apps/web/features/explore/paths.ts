/** The pages of the catalogue: all of it, a domain's map, a concept. */
export const explorePath = (
  ...place: readonly [] | readonly [domain: string] | readonly [domain: string, concept: string]
): string => ["/app/explore", ...place.map((part) => encodeURIComponent(part))].join("/");

/** The form of a new roadmap with a goal filled in. */
export const newRoadmap = (goal: string) => ({ pathname: "/app/new", query: { goal } }) as const;
