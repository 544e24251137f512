import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Config } from "../config.ts";
import { apiEnvironment, webEnvironment } from "./child-environment.ts";
import { FATAL, PORT_TAKEN, startChild, type Exit } from "./child.ts";
import { keepAlive, type KeptAlive } from "./keep-alive.ts";
import { createRestartBudget } from "./restart-budget.ts";
import { addressesOf, describeTakenPort, portIsFree, takenPortSentence, type TakenPort } from "./taken-port.ts";
import { ensureWebBuild } from "./web-build.ts";

/** Everything is to end within 8 s (API.md). The web server needs 1 s, the API 2 s for its sockets; what is left is the database's. Milliseconds. */
const WEB_GRACE_MS = 2_500;
const API_GRACE_MS = 5_500;
const DATABASE_GRACE_MS = 2_000;

const READY = "Ready. Ctrl-C ends everything.";
const ROOT = join(import.meta.dirname, "../../../..");

/** What `launch` needs of its process. */
export interface LaunchOptions {
  readonly config: Config;
  /** Handed on to the processes. */
  readonly env: NodeJS.ProcessEnv;
  say(line: string): void;
  complain(line: string): void;
}

/** A running Wayfinder. */
export interface Launched {
  /** Resolves when all processes are gone; never rejects. */
  readonly exit_code: Promise<number>;
  /** Ends all processes in order. */
  end(): void;
  /** The same without waiting for what they still do. */
  endNow(): void;
}

/** Starts the API, builds the web pages if needed, starts the web, and keeps them running. */
export function launch(options: LaunchOptions): Launched {
  const wish = Promise.withResolvers<number>();
  const launch = new Launch(options);
  return {
    exit_code: launch.run(wish.promise),
    end: () => wish.resolve(0),
    endNow: () => launch.kill(),
  };
}

class Launch {
  readonly #options: LaunchOptions;
  readonly #building = new AbortController();
  #api: KeptAlive | undefined;
  #web: KeptAlive | undefined;

  constructor(options: LaunchOptions) {
    this.#options = options;
  }

  async run(wish: Promise<number>): Promise<number> {
    try {
      return await Promise.race([wish, this.#serve()]);
    } catch (error) {
      this.#options.complain(error instanceof Error ? error.message : String(error));
      return 1;
    } finally {
      await this.#stop();
    }
  }

  kill(): void {
    void this.#web?.stop(0);
    void this.#api?.stop(0);
  }

  /** Resolves to the exit code when it cannot start or is lost. */
  async #serve(): Promise<number> {
    const { config, env, say } = this.#options;
    const taken = await this.#takenPorts();
    // Who starts twice is to hear that, not that the ports are taken: only the API's start can tell.
    const may_run_already = config.database_url === undefined && existsSync(config.data_dir);
    if (taken.length > 0 && !may_run_already) return this.#refuse(taken);

    const name = config.role === "worker" ? "worker" : "API";
    say(`Starting the ${name} …`);
    this.#api = this.#keep("API", "apps/server/main.ts", { folder: ".", env: apiEnvironment(env) });
    const started = await this.#api.ready;
    if (started !== "ready") return this.#failed("API", started);
    const still_taken = await this.#stillTaken(taken);
    if (still_taken.length > 0) return this.#refuse(still_taken);
    if (config.role !== "worker") say(`API  http://localhost:${config.api_port}`);
    const lost = this.#api.lost.then((exit) => this.#failed("API", exit));
    return Promise.race([lost, this.#serveWeb()]);
  }

  async #serveWeb(): Promise<number> {
    const { config, env, say } = this.#options;
    if (config.role !== "all") {
      say(READY);
      return new Promise(() => undefined);
    }
    await ensureWebBuild({ root: ROOT, env: webEnvironment(env), signal: this.#building.signal, say });
    this.#web = this.#keep("web", "serve.ts", { folder: "apps/web", env: webEnvironment(env) });
    const started = await this.#web.ready;
    if (started !== "ready") return this.#failed("web", started);
    say(`Web  http://localhost:${config.web_port}`);
    say(READY);
    return this.#failed("web", await this.#web.lost);
  }

  #keep(name: string, script: string, { folder, env }: { folder: string; env: NodeJS.ProcessEnv }): KeptAlive {
    const budget = createRestartBudget();
    const { complain } = this.#options;
    return keepAlive({
      start: () => startChild({ script, cwd: join(ROOT, folder), env }),
      mayRestart: ({ code }) => code !== FATAL && code !== PORT_TAKEN && budget.take(performance.now()),
      onRestart: (exit) => complain(`The ${name} process ended (${exit.signal ?? `code ${exit.code}`}) and is started again.`),
    });
  }

  async #takenPorts(): Promise<TakenPort[]> {
    const { role, host, api_port, web_port } = this.#options.config;
    const addresses = addressesOf(host);
    const taken: TakenPort[] = [];
    if (role !== "worker" && !(await portIsFree(api_port, addresses))) taken.push(await describeTakenPort("API_PORT", api_port));
    if (role === "all" && !(await portIsFree(web_port, addresses))) taken.push(await describeTakenPort("WEB_PORT", web_port));
    return taken;
  }

  /** A killed run's processes may have needed a moment to end. The API's own address is ours by now. */
  async #stillTaken(taken: readonly TakenPort[]): Promise<TakenPort[]> {
    const { host } = this.#options.config;
    const addresses = addressesOf(host);
    const strangers = { WEB_PORT: addresses, API_PORT: addresses.filter((address) => address !== host && host !== "localhost") };
    const free = await Promise.all(taken.map(({ port, variable }) => portIsFree(port, strangers[variable])));
    return taken.filter((_, index) => free[index] === false);
  }

  #refuse(taken: readonly TakenPort[]): number {
    for (const port of taken) this.#options.complain(takenPortSentence(port));
    return 1;
  }

  /** Says why a process is given up; after `FATAL` it has said so itself. */
  async #failed(name: "API" | "web", { code, signal }: Exit): Promise<number> {
    const { config, complain } = this.#options;
    if (code === PORT_TAKEN) {
      const [variable, port] =
        name === "API" ? (["API_PORT", config.api_port] as const) : (["WEB_PORT", config.web_port] as const);
      return this.#refuse([await describeTakenPort(variable, port)]);
    }
    if (code !== FATAL) complain(`The ${name} process ended (${signal ?? `code ${code}`}); Wayfinder stops.`);
    return 1;
  }

  async #stop(): Promise<void> {
    this.#building.abort();
    const [api] = await Promise.all([this.#api?.stop(API_GRACE_MS), this.#web?.stop(WEB_GRACE_MS)]);
    if (api !== undefined && this.#options.config.database_url === undefined && leftDatabase(api)) await this.#stopDatabase();
  }

  /** The API ends its database itself unless it was killed or crashed. */
  async #stopDatabase(): Promise<void> {
    const { config, complain } = this.#options;
    const { stopEmbeddedCluster } = await import("@wayfinder/store");
    const late = delay(DATABASE_GRACE_MS, "late" as const);
    const stopped = stopEmbeddedCluster(config.data_dir).catch((error: Error) => complain(error.message));
    if ((await Promise.race([stopped, late])) === "late") complain("The database is still ending; the next start takes it over.");
  }
}

function leftDatabase({ code }: Exit): boolean {
  return code !== 0 && code !== FATAL && code !== PORT_TAKEN;
}
