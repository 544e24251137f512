import type { TaskEvent } from "@wayfinder/protocol";
import { isOver, type ConnectionState } from "./connection-state.ts";
import { addCounts, NO_COUNTS, type Counters } from "./counters.ts";
import { deliveryLine } from "./delivery-line.ts";
import { withoutQuery } from "./dial-url.ts";
import { Follower } from "./follower.ts";
import type { SignalName } from "./machine-input.ts";
import { readTabMessage, type TabMessage } from "./tab-message.ts";
import type { TabLine, Tabs } from "./tabs.ts";
import type { ConnectionOptions, OwnConnection, ShownConnection, TaskConnection } from "./task-connection.ts";

/** How often a follower says that it is there, in ms: so late it finds out about a message that was lost. */
const HELLO_MS = 5_000;
/** The same before the leader has said anything, in ms: a person waits for a first sign. */
const FIRST_HELLO_MS = 1_000;
/** So many unanswered in a row mean that the leader is frozen: its lock is held and nobody is there. */
const UNANSWERED = 3;
/** Events are passed on for so long after a follower was heard, in ms: browsers run the timers of a tab out of sight once a minute. */
const FOLLOWED_MS = 150_000;

export interface SharedOptions extends ConnectionOptions {
  /** Opens a connection of this tab's own. */
  readonly open: (options: ConnectionOptions) => OwnConnection;
}

/**
 * A connection that the tabs of one browser share (CL9). The tab that holds the lock leads: it has the connection, and passes on what it delivers and how
 * it is. The others follow, each with its own place in the log. When the leader goes, the next one resumes from its own place.
 */
export function shareConnection(options: SharedOptions, tabs: Tabs): TaskConnection {
  const shared = new SharedConnection(options, tabs);
  return { look: () => shared.look(), retry: () => shared.retry(), close: () => shared.close() };
}

class SharedConnection {
  readonly #options: SharedOptions;
  readonly #follower: Follower;
  readonly #tabs: Tabs;
  #line: TabLine | null = null;
  #letGo = (): void => {};
  readonly #unsubscribe: () => void;
  #own: OwnConnection | null = null;
  /** What our connections before the present one counted. */
  #past: Counters = NO_COUNTS;
  /** Whether we hold the lock. */
  #leads = false;
  #over = false;
  #closed = false;
  #leader: ConnectionState | null = null;
  #unanswered = 0;
  #timer: unknown = null;
  #followed_until = -Infinity;
  /** Whether the connection knows that some tab is looked at. */
  #seen: boolean;
  #said = "";

  constructor(options: SharedOptions, tabs: Tabs) {
    const { environment } = options;
    this.#options = options;
    this.#tabs = tabs;
    this.#follower = new Follower({
      ...options,
      after: options.after,
      deliver: (event) => this.#deliver(event),
      changed: () => this.#onFollowed(),
    });
    this.#seen = environment.signals.isVisible();
    this.#unsubscribe = environment.signals.subscribe((signal) => this.#onSignal(signal));
    this.#join();
  }

  #join(): void {
    const name = `task-channel ${withoutQuery(this.#options.url)}`;
    this.#follower.start();
    this.#line = this.#tabs.join(name, (data) => this.#hear(data));
    this.#letGo = this.#tabs.lock(name, { held: () => this.#onHeld(), failed: () => this.#connect() });
    this.#greet();
  }

  look(): ShownConnection {
    const own = this.#own?.look();
    const counters = addCounts(this.#past, this.#follower.counters);
    if (own === undefined) return { connection: this.#followed(), counters };
    return { connection: own.connection, counters: addCounts(counters, own.counters) };
  }

  retry(): void {
    if (this.#own !== null) this.#own.retry();
    else if (!this.#over) this.#say({ kind: "retry" });
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#leave();
    if (this.#own !== null) this.#own.close();
    else this.#options.closed();
  }

  /** How the connection of another tab looks from here: what is final for that one is not so for us. */
  #followed(): ConnectionState {
    const url = withoutQuery(this.#options.url);
    if (this.#follower.hasEnded) return { state: "done", url, attempt: 0 };
    if (this.#closed) return { state: "idle", url, attempt: 0 };
    if (this.#leader === null) return { state: "connecting", url, attempt: 0 };
    return { ...this.#leader, ...(isOver(this.#leader.state) ? { state: "replaying" as const } : {}), url, shared: true };
  }

  #deliver(event: TaskEvent): void {
    const { text, level } = deliveryLine(event);
    this.#options.environment.log[level](text);
    this.#options.deliver(event);
  }

  #onFollowed(): void {
    if (this.#follower.hasEnded && !this.#over) {
      this.#options.environment.log.log("[WS] Finished");
      this.#leave();
    }
    this.#options.changed();
  }

  #onHeld(): void {
    if (this.#over) return this.#letGo();
    this.#leads = true;
    this.#connect();
  }

  /** From now on a connection of our own, from our own place. */
  #connect(): void {
    if (this.#own !== null || this.#over) return;
    this.#follower.stop();
    this.#clearTimer();
    this.#own = this.#options.open({
      ...this.#options,
      ...this.#follower.place,
      deliver: (event) => this.#onDelivered(event),
      changed: () => this.#onOwnChanged(),
      closed: () => (this.#closed ? this.#options.closed() : undefined),
    });
    this.#onOwnChanged();
  }

  #onDelivered(event: TaskEvent): void {
    const epoch = this.#own?.place.epoch ?? null;
    if (this.#isFollowed && epoch !== null) this.#say({ kind: "event", epoch, event });
    this.#options.deliver(event);
  }

  get #isFollowed(): boolean {
    return this.#leads && this.#options.environment.clock.now() < this.#followed_until;
  }

  #onOwnChanged(): void {
    const own = this.#own;
    if (own === null) return;
    const { connection } = own.look();
    const said = JSON.stringify(connection);
    if (said !== this.#said) this.#beat();
    this.#said = said;
    if (isOver(connection.state)) this.#leave();
    this.#options.changed();
  }

  #beat(): void {
    if (this.#own === null || !this.#leads) return;
    this.#say({ kind: "beat", connection: this.#own.look().connection, ...this.#own.place });
  }

  #hear(data: unknown): void {
    const message = readTabMessage(data);
    if (message === null || this.#over) return;
    if (this.#own === null) this.#hearLeader(message);
    else if (this.#leads) this.#hearFollower(message, this.#own);
  }

  #hearFollower(message: TabMessage, own: OwnConnection): void {
    switch (message.kind) {
      case "hello":
        this.#followed_until = this.#options.environment.clock.now() + FOLLOWED_MS;
        if (message.visible && !this.#seen) this.#see(own);
        return this.#beat();
      case "wake":
        return this.#see(own);
      case "retry":
        return own.retry();
      case "beat":
      case "event":
        return; // Of a leader that was: whoever holds the lock has the word.
    }
  }

  #see(own: OwnConnection): void {
    this.#seen = true;
    own.notice("visible");
  }

  #hearLeader(message: TabMessage): void {
    if (message.kind !== "beat" && message.kind !== "event") return;
    this.#unanswered = 0;
    if (message.kind === "event") return this.#follower.onEvent(message.epoch, message.event);
    if (this.#leader === null) this.#options.environment.log.log("[WS] Following another tab");
    this.#leader = message.connection;
    this.#follower.onPlace(message.epoch, message.last);
    this.#options.changed();
  }

  /** Says that we are here, and again and again; a leader that does not answer is no leader. */
  #greet(): void {
    const { clock, signals } = this.#options.environment;
    if (this.#unanswered >= UNANSWERED) return this.#connect();
    this.#unanswered += 1;
    this.#say({ kind: "hello", visible: signals.isVisible() });
    this.#timer = clock.setTimer(() => this.#greet(), this.#leader === null ? FIRST_HELLO_MS : HELLO_MS);
  }

  #onSignal(signal: SignalName): void {
    if (signal === "frozen") return this.#part();
    if (signal === "thawed") return this.#line === null ? this.#join() : undefined;
    this.#seen = signal === "visible" || (signal !== "hidden" && this.#seen);
    if (this.#own === null && (signal === "visible" || signal === "online")) this.#say({ kind: "wake" });
  }

  /** The page stops: the lock goes to a tab that runs. Afterwards we begin as a follower, from where we were. */
  #part(): void {
    const own = this.#own;
    this.#own = null;
    this.#withdraw();
    if (own === null) return;
    this.#past = addCounts(this.#past, own.look().counters);
    this.#follower.moveTo(own.place);
    own.close();
    this.#options.changed();
  }

  #say(message: TabMessage): void {
    this.#line?.say(message);
  }

  #clearTimer(): void {
    if (this.#timer !== null) this.#options.environment.clock.clearTimer(this.#timer);
    this.#timer = null;
  }

  /** Leaves the other tabs, with nothing left behind there. */
  #leave(): void {
    if (this.#over) return;
    this.#over = true;
    this.#unsubscribe();
    this.#withdraw();
  }

  #withdraw(): void {
    this.#follower.stop();
    this.#clearTimer();
    this.#leads = false;
    this.#leader = null;
    this.#unanswered = 0;
    this.#line?.leave();
    this.#line = null;
    this.#letGo();
  }
}
