import { cp, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT, runCommand } from "./run-command.ts";

/** What others can install, each after those that it needs. */
const PACKAGES = ["protocol", "client", "react"] as const;

/** A folder whose `node_modules/@wayfinder` holds the packages as npm would install them. */
export interface Installed {
  readonly folder: string;
  /** Where a package lies. */
  packageFolder(name: (typeof PACKAGES)[number]): string;
}

/** Builds and packs what others can install, installs it in a temporary folder, calls `look` and removes everything. */
export async function withPublishedPackages<T>(look: (installed: Installed) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), "wayfinder-published-"));
  try {
    const folder = join(root, "consumer");
    await mkdir(join(folder, "node_modules/@wayfinder"), { recursive: true });
    await symlink(join(ROOT, "node_modules"), join(root, "node_modules"));
    for (const file of ["tsconfig.json", "LICENSE", "packages/publish-manifest.mjs"])
      await cp(join(ROOT, file), join(root, file));
    for (const name of PACKAGES) await install(root, name);
    return await look({ folder, packageFolder: (name) => join(folder, "node_modules/@wayfinder", name) });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function install(root: string, name: string): Promise<void> {
  const source = join(root, "packages", name);
  await cp(join(ROOT, "packages", name), source, {
    recursive: true,
    filter: (path) => !/\/(dist|node_modules)(\/|$)/.test(path.slice(ROOT.length)),
  });
  await run(["tsc", "-p", "tsconfig.build.json"], source);
  await run([process.execPath, "../publish-manifest.mjs"], source);
  await run(["npm", "pack", "./dist", "--offline", "--pack-destination", root], source);
  const target = join(root, "consumer/node_modules/@wayfinder", name);
  await mkdir(target);
  await run(["tar", "-xzf", join(root, `wayfinder-${name}-0.1.0.tgz`), "--strip-components=1", "-C", target], root);
}

async function run(command: readonly [string, ...string[]], folder: string): Promise<void> {
  const { ok, output } = await runCommand(command, folder);
  if (!ok) throw new Error(`${command.join(" ")} failed:\n${output}`);
}
