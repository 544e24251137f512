import type { Language, Topic, TopicModule } from "@wayfinder/protocol";
import type { Catalogue } from "./catalogue.ts";

/** What the catalogue covers, in a language: domains, modules, and the titles of the concepts that are published. Empty ones are left out. */
export function topics({ map, concepts }: Catalogue, language: Language): Topic[] {
  const modulesOf = (ids: readonly string[]): TopicModule[] =>
    ids.flatMap((id) => {
      const module = map.modules.get(id);
      const published = module?.concepts.flatMap((c) => concepts.get(c) ?? []) ?? [];
      if (!module || published.length === 0) return [];
      const titles = published.map((c) => ({ id: c.id, title: c.title[language] }));
      return [{ id, title: module.title[language], concepts: titles, planned: module.concepts.length }];
    });
  return [...map.domains.values()]
    .map((d) => ({ id: d.id, title: d.title[language], modules: modulesOf(d.modules) }))
    .filter((d) => d.modules.length > 0);
}
