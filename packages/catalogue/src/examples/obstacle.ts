import type { NotRunReason } from "./not-run.ts";
import { codeOf, type Program } from "./program.ts";

/** Packages of Python that are not part of it; an example with another one fails on running until it is named here. */
const PYTHON_PACKAGES: ReadonlySet<string> = new Set(["matplotlib", "numpy", "pandas", "pytest", "requests", "sklearn"]);

/** Programs that a shell example must not call here, with what they stand for. */
const COMMANDS: readonly (readonly [command: RegExp, reason: NotRunReason])[] = [
  [/\bdocker\b/, "needs_docker"],
  [/\b(?:sudo|su|apt|apt-get|dpkg|systemctl|systemd-analyze|journalctl|mount|chown)\b/, "needs_root"],
  [/>\s*\/(?!tmp\/|dev\/null)/, "needs_root"], // writes outside its folder
  [/\b(?:curl|wget|ssh|scp|rsync|pip|npm)\b/, "needs_network"],
];

/** A request to another machine. */
const REQUEST = /\b(?:fetch|get|urlopen)\(f?['"`]https?:\/\/(?!localhost|127\.0\.0\.1)/;

/** What keeps a program from being run or checked, judged by its code; `null` if nothing. `isInstalled` tells whether a package of JavaScript can be imported. */
export function obstacleOf(program: Program, isInstalled: (name: string) => boolean): NotRunReason | null {
  const code = codeOf(program);
  if (REQUEST.test(code)) return "needs_network";
  switch (program.language) {
    case "shell":
      return COMMANDS.find(([command]) => command.test(code))?.[1] ?? null;
    case "python":
      return pythonPackagesOf(program).length > 0 ? "needs_package" : null;
    case "sql":
      return null;
    case "javascript":
    case "typescript":
      return scriptObstacle(code, isInstalled);
  }
}

/** The packages that a Python program imports beside Python's own modules. */
export function pythonPackagesOf(program: Program): readonly string[] {
  const names = [...codeOf(program).matchAll(/^(?:import|from) (\w+)/gm)].map(([, name = ""]) => name);
  return [...new Set(names)].filter((name) => PYTHON_PACKAGES.has(name));
}

function scriptObstacle(code: string, isInstalled: (name: string) => boolean): NotRunReason | null {
  const imports = [...code.matchAll(/^(?:import|\} from)[^'"\n]*['"]([^'"]+)['"]/gm)].map(([, name = ""]) => name);
  if (imports.some((name) => !/^(?:\.|node:)/.test(name) && !isInstalled(name))) return "needs_package";
  if (/\bimport\.meta\.env\b/.test(code)) return "needs_package"; // filled in by a bundler
  const isServer = imports.some((name) => name.startsWith("node:")); // what names the document there is text it sends
  return /\bdocument\./.test(code) && !isServer ? "needs_browser" : null;
}
