import type { CatalogueView, Language } from "@wayfinder/protocol";
import type { Catalogue } from "../catalogue.ts";
import { domainMap } from "./domain-map.ts";

/** All domains of which something is published, in a language. */
export const catalogueView = (catalogue: Catalogue, language: Language): CatalogueView => ({
  language,
  domains: [...catalogue.map.domains.values()]
    .map((domain) => domainMap(catalogue, domain, language))
    .filter((domain) => domain.concepts.length > 0),
});
