import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Below this, Node does not run TypeScript files by itself. */
const LOWEST = { major: 22, minor: 18 };

/**
 * Resolves to true under a Node that runs TypeScript. Under an older one, runs the same command again under the Node
 * of the registry's `node` package, passes its exit code on and never resolves. Plain JavaScript that Node 20 reads.
 */
export async function underRecentNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > LOWEST.major || (major === LOWEST.major && minor >= LOWEST.minor)) return true;
  const child = spawn(recentNode(), process.argv.slice(1), { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  // A copy of Ctrl-C reaches the child anyway when it shares the terminal; it counts once.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    process.stderr.write(`Node 24 could not be started (${error.message}). Run npm ci again, or install Node 24.\n`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
  return new Promise(() => {});
}

/** The program's path. Without install scripts the `node` package has no program, but npx can get its platform package. */
function recentNode() {
  const installed = join(import.meta.dirname, "node_modules", "node", "bin", "node");
  if (existsSync(installed)) return installed;
  const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, "package.json"), "utf8"));
  const prefix = process.platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
  const name = `${prefix}-${process.platform}-${process.arch}@${dependencies.node}`;
  process.stderr.write(`Wayfinder needs Node 22.18 or newer; getting ${name} …\n`);
  const found = spawnSync("npx", ["-y", "-p", name, "--", "node", "-p", "process.execPath"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return found.stdout?.trim() || "node-24-not-found";
}
