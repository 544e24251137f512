import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apiGuest, type ApiGuest } from "./api-guest.ts";
import { freePort } from "./free-port.ts";
import { startServerProcess, type ServerProcess } from "./server-process.ts";

/** The variables that make a server use a model of the OpenAI protocol, without probing it. */
export const modelEnv = (base_url: string): Record<string, string> => ({
  LLM_PROVIDER: "openai-compatible",
  LLM_BASE_URL: base_url,
  LLM_MODEL: "scripted",
  LLM_API_KEY: "sk-scripted",
  LLM_MODE: "json_schema",
});

/** The real server on an embedded database of its own, with a guest. */
export interface ModelSystem extends AsyncDisposable {
  readonly base: string;
  readonly data_dir: string;
  readonly guest: ApiGuest;
  server(): ServerProcess;
  /** Kills the process; the database lives on under its supervisor. */
  kill(): Promise<void>;
  /** Starts it again in the same place, `more` added to its environment. */
  restart(more?: Readonly<Record<string, string>>): Promise<void>;
}

/** Starts the API and, by default, a worker in one process. `await using` ends it and removes its data. */
export async function startModelSystem(env: Readonly<Record<string, string>>): Promise<ModelSystem> {
  const data_dir = await mkdtemp(join(tmpdir(), "wayfinder-model-"));
  const port = await freePort();
  const place = { DATA_DIR: data_dir, API_PORT: String(port), ...env };
  const base = `http://127.0.0.1:${port}`;
  let server = await startServerProcess(place);
  let running = true;
  return {
    base,
    data_dir,
    guest: await apiGuest(base),
    server: () => server,
    async kill() {
      running = false;
      await server.end("SIGKILL");
    },
    async restart(more = {}) {
      if (running) await server.end("SIGTERM");
      server = await startServerProcess({ ...place, ...more });
      running = true;
    },
    async [Symbol.asyncDispose]() {
      if (!running) server = await startServerProcess(place); // only a server stops the database it left behind
      await server.end("SIGTERM");
      await rm(data_dir, { recursive: true });
    },
  };
}
