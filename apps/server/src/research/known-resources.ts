import { contentOf, type Catalogue } from "@wayfinder/catalogue";
import type { KnownResources } from "@wayfinder/pipeline";

/** The resources of the one concept of the catalogue that a topic's name stands for: by its title, else by an alias. */
export function knownResources(catalogue: Catalogue): KnownResources {
  const concepts = [...catalogue.concepts.values()];
  const titles = owners(concepts.map(({ id, title }) => ({ id, names: [title.en, title.zh] })));
  const aliases = owners(concepts.map(({ id, aliases }) => ({ id, names: [...aliases.en, ...aliases.zh] })));
  return {
    resourcesFor({ name, language }) {
      const key = keyOf(name);
      const [id, ...more] = titles.get(key) ?? aliases.get(key) ?? [];
      // "Control flow" is two concepts, of Python and of JavaScript: which is meant is not ours to guess
      return id === undefined || more.length > 0 ? [] : contentOf(catalogue, id, language).resources;
    },
  };
}

function owners(
  named: readonly { readonly id: string; readonly names: readonly string[] }[],
): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, Set<string>>();
  for (const { id, names } of named) for (const name of names) ids.set(keyOf(name), (ids.get(keyOf(name)) ?? new Set()).add(id));
  return new Map([...ids].map(([key, set]) => [key, [...set]]));
}

const keyOf = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
