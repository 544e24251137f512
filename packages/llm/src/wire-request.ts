import type { ModelRequest } from "@wayfinder/pipeline";
import { jsonSchema, tool, wrapLanguageModel, type ToolSet } from "ai";
import type { WireModel } from "./language-model.ts";
import type { ProviderSettings } from "./provider-settings.ts";
import { isStrictSchema } from "./strict-schema.ts";

type CallOptions = Parameters<WireModel["doStream"]>[0];
type Schema = NonNullable<ModelRequest["schema"]>;

/** A request in the words of the AI SDK. */
export interface WireRequest {
  readonly model: WireModel;
  readonly instructions: string;
  readonly tools?: ToolSet;
  readonly toolChoice?: { readonly type: "tool"; readonly toolName: string };
}

/** Puts the schema where the mode wants it: the answer's format, a tool's parameters or the prompt. */
export function wireRequest(input: {
  readonly settings: ProviderSettings;
  readonly model: WireModel;
  readonly request: ModelRequest;
}): WireRequest {
  const { settings, model, request } = input;
  const plain = { model, instructions: request.system };
  const { schema } = request;
  if (schema === undefined) return plain;
  switch (settings.mode) {
    case "json_schema":
      return { ...plain, model: withSchema(model, schema) };
    case "json_object":
      return { model: withJson(settings, model), instructions: withSchemaInWords(request.system, schema) };
    case "tool":
      return {
        ...plain,
        tools: { [schema.name]: tool({ description: TOOL_DESCRIPTION, inputSchema: jsonSchema(asSchema(schema)) }) },
        toolChoice: { type: "tool", toolName: schema.name },
      };
    case "text":
      return { ...plain, instructions: withSchemaInWords(request.system, schema) };
  }
}

const TOOL_DESCRIPTION = "Hands in the answer.";

/** The format is set by middleware and not by `Output.object`, which would parse the growing text again at every piece. */
function withSchema(model: WireModel, schema: Schema): WireModel {
  const responseFormat = { type: "json", schema: asSchema(schema), name: schema.name } as const;
  const openaiCompatible = { strictJsonSchema: isStrictSchema(schema.json) };
  return withOptions(model, { responseFormat, providerOptions: { openaiCompatible } });
}

/** Anthropic has no JSON mode without a schema; there the words alone have to do. */
function withJson(settings: ProviderSettings, model: WireModel): WireModel {
  return settings.provider === "anthropic" ? model : withOptions(model, { responseFormat: { type: "json" } });
}

function withOptions(model: WireModel, options: Partial<CallOptions>): WireModel {
  const transformParams = ({ params }: { params: CallOptions }) => Promise.resolve({ ...params, ...options });
  return wrapLanguageModel({ model, middleware: { specificationVersion: "v4", transformParams } });
}

/** Some providers refuse JSON mode unless the prompt says the word. */
function withSchemaInWords(system: string, schema: Schema): string {
  return `${system}\n\nAnswer with one JSON value and nothing else. It has to match this JSON Schema:\n${JSON.stringify(schema.json)}`;
}

/** The port keeps schemas as plain JSON; whether they are schemas is for the provider to say. */
function asSchema(schema: Schema): Parameters<typeof jsonSchema>[0] {
  return schema.json as Parameters<typeof jsonSchema>[0];
}
