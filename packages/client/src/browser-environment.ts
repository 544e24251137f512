import type { TabGlobals } from "./browser-tabs.ts";
import type { Clock, Environment, Fetch, Log, Schedule, Signals } from "./environment.ts";
import type { SignalName } from "./machine-input.ts";
import { webSocketTransport, type SocketConstructor } from "./web-socket-transport.ts";

/** Published at the latest after this many ms, also on a page out of sight, where no frame is ever drawn. */
const LATEST_FRAME_MS = 250;

interface Heard {
  readonly type: string;
  readonly persisted?: boolean;
}

interface Target {
  addEventListener(type: string, listener: (event: Heard) => void): void;
  removeEventListener(type: string, listener: (event: Heard) => void): void;
}

/** What events of the page mean; `visibilitychange` means what is then to be seen. */
const SIGNALS: Readonly<Record<string, SignalName>> = {
  online: "online",
  offline: "offline",
  pagehide: "frozen",
  freeze: "frozen",
  pageshow: "thawed",
  resume: "thawed",
};

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
  now: Date.now,
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
    random: Math.random,
    signals: browserSignals(browser),
    schedule: frameSchedule(browser),
    // Only pages have tabs: Node knows locks and broadcasts, too, but every channel there is meant to have a connection.
    tabs: browser.document && browser.navigator?.locks && (async () => (await import("./browser-tabs.ts")).browserTabs(browser)),
    log: browser.console,
  };
}

function browserSignals(browser: BrowserGlobals): Signals {
  const isVisible = (): boolean => browser.document?.visibilityState !== "hidden";
  return {
    isOnline: () => browser.navigator?.onLine !== false,
    isVisible,
    subscribe(listener) {
      const hear = ({ type, persisted }: Heard): void => {
        // A first showing is no return.
        if (type === "pageshow" && !persisted) return;
        listener(SIGNALS[type] ?? (isVisible() ? "visible" : "hidden"));
      };
      const each = (verb: "addEventListener" | "removeEventListener"): void => {
        for (const type of ["online", "offline", "pagehide", "pageshow"]) browser[verb]?.(type, hear);
        for (const type of ["visibilitychange", "freeze", "resume"]) browser.document?.[verb](type, hear);
      };
      each("addEventListener");
      return () => each("removeEventListener");
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
