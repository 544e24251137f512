/** Whether a JSON Schema keeps the rules of OpenAI's strict mode: every object closed, every property required. Others are sent as wishes, since a strict request with them is refused. */
export function isStrictSchema(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(isStrictSchema);
  if (typeof schema !== "object" || schema === null) return true;
  const node = schema as Readonly<Record<string, unknown>>;
  if (node["type"] === "object" && !isClosed(node)) return false;
  return Object.values(node).every(isStrictSchema);
}

function isClosed(node: Readonly<Record<string, unknown>>): boolean {
  const properties = Object.keys((node["properties"] as object | undefined) ?? {});
  const required = new Set((node["required"] as readonly string[] | undefined) ?? []);
  return node["additionalProperties"] === false && properties.every((name) => required.has(name));
}
