import type { CommandResult } from "./run-command.ts";
import { ROOT, runCommand } from "./run-command.ts";

/** Lints a tree by the rules and the import table; the tree has its own copy of the configuration. */
export function lint(root: string = ROOT): Promise<CommandResult> {
  return runCommand(["oxlint", "--config=oxlint.config.ts", "--type-aware", "--deny-warnings", "--format=unix"], root);
}

/** Finds files, exports and dependencies that nobody uses. */
export function findUnused(root: string = ROOT): Promise<CommandResult> {
  return runCommand(["knip", "--no-progress", "--no-config-hints"], root);
}

/** Compares the formatting of every file with the formatter's. */
export function compareFormat(root: string = ROOT): Promise<CommandResult> {
  return runCommand(["oxfmt", "--check"], root);
}

/** Types of everything that Node runs. */
export function checkTypes(): Promise<CommandResult> {
  return runCommand(["tsc", "-p", "."], ROOT);
}

/** Types of the web application. */
export function checkWebTypes(): Promise<CommandResult> {
  return runCommand(["tsc", "-p", "apps/web"], ROOT);
}

/** The rules of the built-in knowledge. */
export function lintCatalogue(): Promise<CommandResult> {
  return runCommand([process.execPath, "packages/catalogue/lint.ts"], ROOT);
}
