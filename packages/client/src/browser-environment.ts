import { browserTabs, type TabGlobals } from "./browser-tabs.ts";
import type { Clock, Environment, Fetch, Log, Schedule, Signals } from "./environment.ts";
import { webSocketTransport, type SocketConstructor } from "./web-socket-transport.ts";

/** Published at the latest after this many ms, also on a page out of sight, where no frame is ever drawn. */
const LATEST_FRAME_MS = 250;

interface Target {
  addEventListener(type: string, listener: (event: { readonly persisted?: boolean }) => void): void;
  removeEventListener(type: string, listener: (event: { readonly persisted?: boolean }) => void): void;
}

/** What is used of a browser's global object; the parts that a worker or Node lacks may be missing. */
export interface BrowserGlobals extends Partial<Target> {
  readonly WebSocket: SocketConstructor;
  readonly fetch: Fetch;
  readonly console: Log;
  readonly navigator?: { readonly onLine?: boolean } & TabGlobals["navigator"];
  readonly BroadcastChannel?: TabGlobals["BroadcastChannel"];
  readonly document?: Target & { readonly visibilityState: string };
  readonly requestAnimationFrame?: (run: () => void) => number;
  readonly cancelAnimationFrame?: (frame: number) => void;
}

const browserClock: Clock = {
  now: () => Date.now(),
  setTimer: (run, after_ms) => setTimeout(run, after_ms),
  clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

/** The environment of a page. Nothing of the browser is touched before a channel is made, so a server may call this while it renders. */
export function browserEnvironment(browser: BrowserGlobals = globalThis as unknown as BrowserGlobals): Environment {
  return {
    transport: {
      open: (target, handlers) => webSocketTransport(browser.WebSocket).open(target, handlers),
    },
    fetch: (input, init) => browser.fetch(input, init),
    clock: browserClock,
    random: () => Math.random(),
    signals: browserSignals(browser),
    schedule: frameSchedule(browser),
    // Only pages have tabs: Node knows locks and broadcasts, too, but every channel there is meant to have a connection.
    tabs: browser.document === undefined ? undefined : browserTabs(browser),
    log: {
      debug: (text) => browser.console.debug(text),
      log: (text) => browser.console.log(text),
      error: (text) => browser.console.error(text),
    },
  };
}

function browserSignals(browser: BrowserGlobals): Signals {
  const isVisible = (): boolean => browser.document?.visibilityState !== "hidden";
  return {
    isOnline: () => browser.navigator?.onLine !== false,
    isVisible,
    subscribe(listener) {
      const onVisibility = (): void => listener(isVisible() ? "visible" : "hidden");
      const watched: readonly [Partial<Target> | undefined, string, (event: { readonly persisted?: boolean }) => void][] = [
        [browser, "online", () => listener("online")],
        [browser, "offline", () => listener("offline")],
        [browser.document, "visibilitychange", onVisibility],
        [browser, "pagehide", () => listener("frozen")],
        [browser, "pageshow", ({ persisted }) => (persisted === true ? listener("thawed") : undefined)],
        [browser.document, "freeze", () => listener("frozen")],
        [browser.document, "resume", () => listener("thawed")],
      ];
      for (const [target, type, heard] of watched) target?.addEventListener?.(type, heard);
      return () => {
        for (const [target, type, heard] of watched) target?.removeEventListener?.(type, heard);
      };
    },
  };
}

/** Runs with the next frame, or after a quarter second where there is none. */
function frameSchedule(browser: BrowserGlobals): Schedule {
  return (run) => {
    const cancel = (): void => {
      clearTimeout(timer);
      if (frame !== undefined) browser.cancelAnimationFrame?.(frame);
    };
    const once = (): void => {
      cancel();
      run();
    };
    const timer = setTimeout(once, LATEST_FRAME_MS);
    const frame = browser.requestAnimationFrame?.(once);
    return cancel;
  };
}
