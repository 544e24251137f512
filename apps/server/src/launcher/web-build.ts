import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sourceHash } from "./source-hash.ts";

/** Told to the person when there is no earlier build to learn from; 13 s on two idle cores. Seconds. */
const FIRST_ESTIMATE_S = 20;
/** How often a person who waits hears that something still happens. Milliseconds. */
const PROGRESS_EVERY_MS = 10_000;

/** What is written beside a finished build. */
interface BuildRecord {
  /** Of the sources it was made from. */
  readonly hash: string;
  readonly took_ms: number;
}

/** What `ensureWebBuild` needs. */
export interface WebBuildOptions {
  /** The repository. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  /** Ends a build that is under way. */
  readonly signal: AbortSignal;
  say(line: string): void;
}

/** Builds the web pages unless the last build was made from the same sources. Rejects with the build's own output. */
export async function ensureWebBuild(options: WebBuildOptions): Promise<void> {
  const { root, say } = options;
  const record = join(root, "apps/web/.next/wayfinder-build.json");
  const last = await readRecord(record);
  const hash = await sourceHash(root, await webSources(root));
  if (last?.hash === hash && existsSync(join(root, "apps/web/.next/BUILD_ID"))) return;
  const estimate = last === undefined ? FIRST_ESTIMATE_S : Math.ceil(last.took_ms / 1000);
  say(`Building the web pages: about ${estimate} s, once for this version …`);
  const began = performance.now();
  const ticker = setInterval(() => say(`  … ${Math.round((performance.now() - began) / 1000)} s`), PROGRESS_EVERY_MS);
  try {
    // over an older build Next sometimes fails in its error page; from nothing it does not
    await rm(join(root, "apps/web/.next"), { recursive: true, force: true });
    await nextBuild(options);
  } finally {
    clearInterval(ticker);
  }
  const took_ms = Math.round(performance.now() - began);
  await writeFile(record, JSON.stringify({ hash, took_ms } satisfies BuildRecord));
  say(`Built in ${(took_ms / 1000).toFixed(1)} s.`);
}

async function readRecord(file: string): Promise<BuildRecord | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as BuildRecord;
  } catch {
    // No build, or half of one: the same answer.
    return undefined;
  }
}

/** The web application, the packages of ours that go into it, and the versions of everybody else's. */
async function webSources(root: string): Promise<string[]> {
  const manifest = JSON.parse(await readFile(join(root, "apps/web/package.json"), "utf8")) as { dependencies: object };
  const ours = Object.keys(manifest.dependencies).filter((name) => name.startsWith("@wayfinder/"));
  return ["package-lock.json", "apps/web", ...ours.map((name) => name.replace("@wayfinder/", "packages/"))];
}

async function nextBuild({ root, env, signal }: WebBuildOptions): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "next-build.mjs")], {
    cwd: join(root, "apps/web"),
    env,
    signal,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`The web pages could not be built:\n${output}`);
}
