import { startServerProcess, type ServerProcess } from "../e2e/server-process.ts";

/** A process of the server that is ended and started again on purpose. What it counted is kept, unless it is killed. */
export class WatchedProcess {
  readonly #env: Readonly<Record<string, string>>;
  #process: ServerProcess;
  #running = true;
  #sends_after_close = 0;
  /** What the present process had counted when it was last asked. */
  #counted = 0;

  private constructor(env: Readonly<Record<string, string>>, process: ServerProcess) {
    this.#env = env;
    this.#process = process;
  }

  static async start(env: Readonly<Record<string, string>>): Promise<WatchedProcess> {
    return new WatchedProcess(env, await startServerProcess(env));
  }

  /** Where its API listens; nothing listens when its role is to work only. */
  get port(): number {
    return Number(this.#env["API_PORT"]);
  }

  /** Whether it ended although nobody told it to. */
  get has_died(): boolean {
    const { exitCode, signalCode } = this.#process.child;
    return this.#running && (exitCode !== null || signalCode !== null);
  }

  output(): string {
    return this.#process.output();
  }

  /** A signal that does not end it. */
  signal(name: "SIGSTOP" | "SIGCONT"): void {
    this.#process.child.kill(name);
  }

  /** Ends it and starts it again on the same port. SIGKILL leaves its counters unread. */
  async restart(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    await this.end(signal);
    this.#process = await startServerProcess(this.#env);
    this.#running = true;
  }

  async end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    if (!this.#running) return;
    if (signal === "SIGTERM") await this.#readCounters();
    this.#running = false;
    this.#counted = 0;
    await this.#process.end(signal);
  }

  /** Sends after close since it was last asked. */
  async takeSendsAfterClose(): Promise<number> {
    await this.#readCounters();
    const count = this.#sends_after_close;
    this.#sends_after_close = 0;
    return count;
  }

  /** One of its figures, by the name and labels that `/metrics` gives it; null while it has none of that name. */
  async metric(name: string): Promise<number | null> {
    const text = await (await fetch(`http://127.0.0.1:${this.port}/metrics`)).text();
    const line = text.split("\n").find((one) => one.startsWith(`${name} `));
    return line === undefined ? null : Number(line.slice(name.length));
  }

  async #readCounters(): Promise<void> {
    if (!this.#running || this.has_died || this.#env["ROLE"] === "worker") return;
    const count = await this.metric("wayfinder_sends_after_close_total");
    if (count === null) throw new Error("The server does not count sends after close.");
    this.#sends_after_close += count - this.#counted;
    this.#counted = count;
  }
}
