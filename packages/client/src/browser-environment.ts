import type { Clock, Environment, Fetch, Log, Schedule, Signals } from "./environment.ts";
import type { SignalName } from "./machine-input.ts";
import { webSocketTransport, type SocketConstructor } from "./web-socket-transport.ts";

/** Published at the latest after this many ms, also on a page out of sight, where no frame is ever drawn. */
const LATEST_FRAME_MS = 250;

interface Target {
  addEventListener(type: string, listener: () => void): void;
  removeEventListener(type: string, listener: () => void): void;
}

/** What is used of a browser's global object; the parts that a worker or Node lacks may be missing. */
export interface BrowserGlobals extends Partial<Target> {
  readonly WebSocket: SocketConstructor;
  readonly fetch: Fetch;
  readonly console: Log;
  readonly navigator?: { readonly onLine?: boolean };
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
      const onOnline = (): void => listener("online");
      const onOffline = (): void => listener("offline");
      const onVisibility = (): void => listener(isVisible() ? "visible" : ("hidden" satisfies SignalName));
      browser.addEventListener?.("online", onOnline);
      browser.addEventListener?.("offline", onOffline);
      browser.document?.addEventListener("visibilitychange", onVisibility);
      return () => {
        browser.removeEventListener?.("online", onOnline);
        browser.removeEventListener?.("offline", onOffline);
        browser.document?.removeEventListener("visibilitychange", onVisibility);
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
