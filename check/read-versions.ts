import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { versionProblems, type Manifest } from "./exact-version.ts";
import { ROOT, type CommandResult } from "./run-command.ts";

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

/** Whether package.json files, lockfile, node_modules, `.nvmrc` and the running Node agree about versions. */
export function checkVersions(): CommandResult {
  const manifests: Record<string, Manifest> = { ".": readJson<Manifest>("package.json") };
  for (const file of globSync("{packages,apps}/*/package.json", { cwd: ROOT }))
    manifests[dirname(file)] = readJson<Manifest>(file);
  const { packages } = readJson<Lockfile>("package-lock.json");
  const locked = Object.fromEntries(Object.entries(packages).map(([place, { version }]) => [place, version]));
  const problems = [
    ...versionProblems({ manifests, locked, installed: installedVersion }),
    ...nodeProblems(manifests["."]?.dependencies?.["node"]),
  ];
  return { ok: problems.length === 0, output: problems.join("\n") };
}

function installedVersion(place: string): string | undefined {
  const file = join(place, "package.json");
  return existsSync(join(ROOT, file)) ? readJson<Manifest>(file).version : undefined;
}

function nodeProblems(wanted: string | undefined): string[] {
  const nvmrc = readFileSync(join(ROOT, ".nvmrc"), "utf8").trim();
  return nvmrc === wanted ? [] : [`.nvmrc has ${nvmrc}, package.json has node ${wanted}`];
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(join(ROOT, file), "utf8")) as T;
}
