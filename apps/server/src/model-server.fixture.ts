import { after, before } from "node:test";
import {
  startScriptedModelServer,
  type ScriptedAnswer,
  type ScriptedModelServer,
  type ScriptedRequest,
} from "@wayfinder/llm/testing/scripted-model-server";
import { goodAnswers } from "@wayfinder/pipeline/testing/good-answers";
import type { GenerateRequest, Roadmap } from "@wayfinder/protocol";
import { Person, useServer } from "./server.fixture.ts";

/** What the scripted model does besides answering well. */
export interface Script {
  /** What it answers where edits are asked for. */
  edits: unknown;
  /** What it writes where text is asked for; the good tutorial by default. */
  tutorial: string | null;
  /** What it answers instead, where this says so. */
  fault: ((request: ScriptedRequest) => ScriptedAnswer | null) | null;
  /** Awaited before an answer to the schema of that name. */
  hold: { schema: string; reached: () => void; released: Promise<void> } | null;
}

/** The real server with a scripted model as the instance's, for the tests of one file. */
export function useModelServer(env: Record<string, string> = {}) {
  const script: Script = { edits: { operations: [] }, tutorial: null, fault: null, hold: null };
  const settings: Record<string, string> = { LLM_MODEL: "scripted", LLM_MODE: "json_schema", LINK_CHECK: "off", ...env };
  let model: ScriptedModelServer;
  before(async () => {
    model = await startScriptedModelServer({
      async answer(request) {
        const { schema_name, system, prompt, max_output_tokens } = request;
        const fault = script.fault?.(request) ?? null;
        if (fault !== null) return fault;
        if (script.hold?.schema === schema_name) {
          script.hold.reached();
          await script.hold.released;
        }
        if (schema_name === "edits") return JSON.stringify(script.edits);
        if (schema_name === null && script.tutorial !== null) return script.tutorial;
        const schema = schema_name === null ? {} : { schema: { name: schema_name, json: null } };
        return goodAnswers({ system, prompt, max_output_tokens: max_output_tokens ?? 0, ...schema });
      },
    });
    settings["LLM_BASE_URL"] = model.base_url;
  });
  const server = useServer(settings);
  after(() => model.close());

  /** A person with a roadmap of the model's, finished or waiting for a review: Flour, Starter care | Shaping, Baking. */
  async function baked(more: Partial<GenerateRequest> = {}) {
    const p = new Person(server.base);
    const { task_id } = await p.generate({ goal: "bake sourdough bread", language: "en", ...more });
    const task = await p.settled(task_id);
    const path = `/api/v1/roadmaps/${task.roadmap_id}`;
    const read = async () => (await p.get<Roadmap>(path)).body;
    return { p, task, path, read, roadmap: await read() };
  }
  return { server, script, model: () => model, baked };
}

/** Holds the script at the questions of a schema: resolves when one has come, goes on when told to. */
export function holdAt(script: Script, schema: string): { readonly reached: Promise<void>; release: () => void } {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  script.hold = { schema, reached: reached.resolve, released: released.promise };
  return {
    reached: reached.promise,
    release() {
      script.hold = null;
      released.resolve();
    },
  };
}
