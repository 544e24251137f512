import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { ROOT } from "./run-command.ts";

/** What a page loads of the client before it can open a channel. */
const WATCHER = `export { browserEnvironment, createTaskChannel } from "@wayfinder/client";`;

const OPTIONS: BuildOptions = {
  stdin: { contents: WATCHER, resolveDir: join(ROOT, "packages/react"), loader: "ts" },
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  outdir: "out",
  write: false,
  metafile: true,
};

/** Leaves what is loaded later out, as bundlers do that keep in the first file what both need. */
const WITHOUT_LATER: Plugin = {
  name: "without-later",
  setup(bundler) {
    bundler.onResolve({ filter: /.*/ }, ({ kind, path }) => (kind === "dynamic-import" ? { path, external: true } : null));
  },
};

/** A file of a bundle: its name, its size gzipped in bytes, and the files that it was made of, from the root. */
export interface BundledFile {
  readonly name: string;
  readonly bytes: number;
  readonly inputs: readonly string[];
}

/** The client as one file, without what it loads later. */
export const bundleEntry = async (): Promise<BundledFile> => {
  const [entry] = await bundle({ ...OPTIONS, plugins: [WITHOUT_LATER] });
  if (entry === undefined) throw new Error("Nothing was bundled");
  return entry;
};

/** The client in parts: what both the first part and a later one need is a part of its own. */
export const bundleParts = (): Promise<readonly BundledFile[]> => bundle({ ...OPTIONS, splitting: true });

async function bundle(options: BuildOptions): Promise<readonly BundledFile[]> {
  const { outputFiles = [], metafile } = await build({ ...options, absWorkingDir: ROOT });
  return outputFiles.map(({ path, contents }) => {
    const name = path.split("/").at(-1) ?? path;
    const inputs = Object.keys(metafile?.outputs[`out/${name}`]?.inputs ?? {});
    return { name, bytes: gzipSync(contents, { level: 9 }).length, inputs };
  });
}
