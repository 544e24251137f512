/** What a package.json says about versions. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Everything that must agree about versions. */
export interface VersionFacts {
  /** By folder from the root; the root's own is `.`. */
  readonly manifests: Readonly<Record<string, Manifest>>;
  /** Locked version by place, as in `node_modules/zod` or `apps/web/node_modules/zod`. */
  readonly locked: Readonly<Record<string, string | undefined>>;
  /** Installed version at a place; undefined when nothing is there. */
  installed(place: string): string | undefined;
}

const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

/** One sentence for each version that is a range, or that package.json, lockfile and node_modules do not agree about. */
export function versionProblems(facts: VersionFacts): string[] {
  return Object.entries(facts.manifests).flatMap(([folder, manifest]) => {
    const optional = manifest.optionalDependencies ?? {};
    const all = { ...manifest.peerDependencies, ...manifest.devDependencies, ...manifest.dependencies, ...optional };
    return Object.entries(all).flatMap(([name, wanted]) => {
      const where = `${folder}/package.json: ${name} ${wanted}`;
      if (!EXACT.test(wanted)) return [`${where} is not an exact version`];
      if (name.startsWith("@wayfinder/")) return ownProblem(facts, where, { name, wanted });
      return foreignProblems(facts, where, { folder, name, wanted, may_miss: name in optional });
    });
  });
}

function ownProblem({ manifests }: VersionFacts, where: string, { name, wanted }: { name: string; wanted: string }): string[] {
  const own = Object.values(manifests).find((manifest) => manifest.name === name);
  if (own === undefined) return [`${where} is no package of this repository`];
  return own.version === wanted ? [] : [`${where}, but that package is ${own.version}`];
}

interface Foreign {
  readonly folder: string;
  readonly name: string;
  readonly wanted: string;
  /** Packages of other platforms are locked, and not installed. */
  readonly may_miss: boolean;
}

function foreignProblems(facts: VersionFacts, where: string, { folder, name, wanted, may_miss }: Foreign): string[] {
  const nested = `${folder}/node_modules/${name}`;
  const place = facts.locked[nested] === undefined ? `node_modules/${name}` : nested;
  const locked = facts.locked[place];
  if (locked !== wanted) return [`${where}, but the lockfile has ${locked ?? "none"}`];
  const installed = facts.installed(place);
  if (installed === wanted || (installed === undefined && may_miss)) return [];
  return [`${where}, but ${installed ?? "nothing"} is installed: run npm ci`];
}
