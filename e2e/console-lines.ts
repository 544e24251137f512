import type { Page } from "playwright-core";
import { until } from "./until.ts";

/** What a page has said to its console, from the moment of listening. */
export interface ConsoleLines {
  readonly lines: readonly string[];
  /** Errors and uncaught exceptions, which a healthy page has none of. */
  readonly errors: readonly string[];
  /** Resolves when a line contains the text. */
  saw(text: string, timeout_ms: number): Promise<void>;
}

/** Collects the console of a page, reloads included. Call it before the first `goto`. */
export function collectConsole(page: Page): ConsoleLines {
  const lines: string[] = [];
  const errors: string[] = [];
  page.on("console", (message) => {
    lines.push(message.text());
    if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => errors.push(error.message));
  return {
    lines,
    errors,
    async saw(text, timeout_ms) {
      await until(`the console line "${text}" after\n${lines.join("\n")}`, timeout_ms, () =>
        lines.some((line) => line.includes(text)),
      );
    },
  };
}
