import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser", "/usr/bin/google-chrome-stable"];
const INSTALL = "apt-get update && apt-get install -y --no-install-recommends chromium";

/** The browser's program: `CHROMIUM_PATH`, an installed one, or one installed now (root on Debian). Throws with the command to run. */
export function chromiumProgram(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const found = [env["CHROMIUM_PATH"] ?? "", ...PLACES].find(canRun);
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) throw new Error(missing());
  process.stderr.write(`No Chromium found; installing it: ${INSTALL}\n`);
  execFileSync("sh", ["-c", INSTALL], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...env, DEBIAN_FRONTEND: "noninteractive" },
  });
  const installed = PLACES.find(canRun);
  if (installed === undefined) throw new Error(missing());
  return installed;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== "";
  } catch {
    return false;
  }
}

function missing(): string {
  return `The browser tests need Chromium. Install it (on Debian, as root: ${INSTALL}), or set CHROMIUM_PATH to its program.`;
}
