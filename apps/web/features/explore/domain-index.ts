import type { CatalogueView, DomainMap, MapNode } from "@wayfinder/protocol";

/** A concept with its neighbours in the whole catalogue. */
export interface MapPlace {
  readonly node: MapNode;
  readonly domain: DomainMap;
  /** Which stage of its domain, from 0. */
  readonly stage: number;
  readonly needsHard: readonly string[];
  readonly needsSoft: readonly string[];
  /** Concepts that build on it, those that need it before those that it helps. */
  readonly leadsTo: readonly string[];
}

/** The catalogue, looked through once for every view of it. */
export interface CatalogueIndex {
  readonly places: ReadonlyMap<string, MapPlace>;
  readonly domains: ReadonlyMap<string, DomainMap>;
}

/** Indexes a view; prerequisites that it does not hold are left out. */
export function indexCatalogue({ domains }: CatalogueView): CatalogueIndex {
  const all = domains.flatMap((domain) => domain.concepts.map((node) => ({ node, domain })));
  const known = new Set(all.map(({ node }) => node.id));
  const needs = (node: MapNode, kind: "hard" | "soft") =>
    node.prerequisites.filter((p) => p.kind === kind && known.has(p.concept_id)).map((p) => p.concept_id);
  const leads = (kind: "hard" | "soft") => {
    const edges = all.flatMap(({ node }) => needs(node, kind).map((from) => ({ from, to: node.id })));
    return Map.groupBy(edges, (edge) => edge.from);
  };
  const [hard, soft] = [leads("hard"), leads("soft")];
  const places = all.map(({ node, domain }): MapPlace => ({
    node,
    domain,
    stage: domain.stages.findIndex((stage) => stage.concept_ids.includes(node.id)),
    needsHard: needs(node, "hard"),
    needsSoft: needs(node, "soft"),
    leadsTo: [...(hard.get(node.id) ?? []), ...(soft.get(node.id) ?? [])].map(({ to }) => to),
  }));
  return { places: new Map(places.map((p) => [p.node.id, p])), domains: new Map(domains.map((d) => [d.id, d])) };
}
