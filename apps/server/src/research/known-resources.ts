import { contentOf, type Catalogue } from "@wayfinder/catalogue";
import type { KnownResources } from "@wayfinder/pipeline";

/** The resources of the catalogue's concept that has the topic's name, as its title or as an alias of nothing else. */
export function knownResources(catalogue: Catalogue): KnownResources {
  const ids = new Map<string, string | null>();
  const note = (name: string, id: string) => {
    const key = keyOf(name);
    const before = ids.get(key);
    ids.set(key, before === undefined || before === id ? id : null);
  };
  for (const { id, aliases } of catalogue.concepts.values()) for (const name of [...aliases.en, ...aliases.zh]) note(name, id);
  // a title is the concept's own, whoever else goes by it
  for (const { id, title } of catalogue.concepts.values()) for (const name of [title.en, title.zh]) ids.set(keyOf(name), id);
  return {
    resourcesFor({ name, language }) {
      const id = ids.get(keyOf(name));
      return id == null ? [] : contentOf(catalogue, id, language).resources;
    },
  };
}

const keyOf = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
