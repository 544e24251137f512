import { chromium, type Browser, type BrowserContext } from "playwright-core";
import { chromiumProgram } from "./chromium.ts";

/** Nothing may leave the machine, and a container has no sandbox of its own. */
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** For one action or wait in a page, on two busy cores. Milliseconds. */
const PAGE_TIMEOUT_MS = 20_000;

/** A person's browser window: a guest of its own, with a language and a theme. */
export interface PersonOptions {
  readonly language?: "en" | "zh";
  readonly theme?: "light" | "dark";
  /** Size of the window in CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** Starts real Chromium. The caller closes it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumProgram(), headless: true, args: ARGS });
}

/** A fresh person: no cookies, the given language and theme. Without motion, so that pictures and contrasts stand still. */
export async function newPerson(browser: Browser, options: PersonOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: options.language === "zh" ? "zh-CN" : "en-US",
    colorScheme: options.theme ?? "light",
    reducedMotion: "reduce",
    viewport: options.viewport ?? { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(PAGE_TIMEOUT_MS);
  return context;
}
