import { Id } from "@wayfinder/protocol";

const MAX_LENGTH = 64;

/** Whether an id can stand in a URL as it is (PR5). */
export const isIdentifier = (id: string): boolean => Id.safeParse(id).success;

/** A URL-safe id out of any text: Latin letters and digits with hyphens between; empty if the text has none. */
export const identifierOf = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, "");

/** The first of `base`, `base-2`, `base-3` … that is not taken. */
export function uniqueIdentifier(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base;
  for (let count = 2; ; count++) {
    const suffix = `-${count}`;
    const id = base.slice(0, MAX_LENGTH - suffix.length) + suffix;
    if (!taken.has(id)) return id;
  }
}
