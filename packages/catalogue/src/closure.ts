/** What a concept needs: the ids of its direct hard prerequisites. */
export interface Needs {
  readonly hard: readonly string[];
}

/** The concepts whose hard prerequisites, up to the roots, are all present themselves. */
export function publishedOf<T extends Needs>(written: ReadonlyMap<string, T>): Map<string, T> {
  const state = new Map<string, boolean>();
  const isPublished = (id: string): boolean => {
    const known = state.get(id);
    if (known !== undefined) return known;
    state.set(id, false); // a cycle never becomes published
    const concept = written.get(id);
    const published = concept !== undefined && concept.hard.every(isPublished);
    state.set(id, published);
    return published;
  };
  return new Map([...written].filter(([id]) => isPublished(id)));
}

/** The ids and everything they hard-require, directly or not. Ids that are not in `graph` are left out. */
export function closureOf(graph: ReadonlyMap<string, Needs>, ids: Iterable<string>): Set<string> {
  const closure = new Set<string>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const concept = graph.get(id);
    if (!concept || closure.has(id)) continue;
    closure.add(id);
    open.push(...concept.hard);
  }
  return closure;
}

/** Those of `ids` that none of the others requires: the ends that a set of concepts leads to, in the given order. */
export function endsOf(graph: ReadonlyMap<string, Needs>, ids: ReadonlySet<string>): string[] {
  const needed = closureOf(
    graph,
    [...ids].flatMap((id) => graph.get(id)?.hard ?? []),
  );
  return [...ids].filter((id) => !needed.has(id));
}
