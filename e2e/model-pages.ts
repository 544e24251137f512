import { after, before } from "node:test";
import { startScriptedModelServer } from "@wayfinder/llm/testing/scripted-model-server";
import type { Browser } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { modelEnv } from "./model-system.ts";
import { startStack, type Stack } from "./stack.ts";

/** The product with its pages, and a browser; to be read once the tests have begun. */
interface ModelPages {
  readonly stack: Stack;
  readonly browser: Browser;
}

/** Everything as `npm start` starts it, over a scripted model, for the tests of one file. What a failed start has begun is ended. */
export function useModelPages(script: Parameters<typeof startScriptedModelServer>[0]): ModelPages {
  const started = new AsyncDisposableStack();
  let stack: Stack;
  let browser: Browser;
  before(async () => {
    const model = started.use(await startScriptedModelServer(script));
    stack = started.use(await startStack({ env: modelEnv(model.base_url) }));
    browser = started.use(await openBrowser());
  });
  after(() => started.disposeAsync());
  return {
    get stack() {
      return stack;
    },
    get browser() {
      return browser;
    },
  };
}
