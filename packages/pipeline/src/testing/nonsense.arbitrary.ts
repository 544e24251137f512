import type { Json } from "@wayfinder/engine";
import fc from "fast-check";

interface Schema {
  readonly type?: string;
  readonly enum?: readonly Json[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
}

const LINKS = ["http://127.0.0.1:22/", "https://example.com/x", "javascript:alert(1)", "file:///etc/passwd", "http://[::1]/"];
const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.lorem({ maxCount: 4 }),
  fc.constantFrom(...LINKS, "<script>alert(1)</script>", "…", "0", "概念", "\u202E"),
);

/** Any value that a JSON Schema allows: random strings, numbers, links, lists of any length up to a few. */
export function nonsense(schema: Json): fc.Arbitrary<unknown> {
  return valueOf(schema as Schema);
}

function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "object": {
      const required = [...(schema.required ?? [])];
      const model = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, valueOf(inner)]));
      return fc.record(model, { requiredKeys: required });
    }
    case "array":
      return fc.array(valueOf(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: 5 });
    case "number":
    case "integer":
      return fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -1, 1e308));
    case "boolean":
      return fc.boolean();
    default:
      return words;
  }
}

/** Text without any sense, long enough to be shown. */
export const nonsenseText = (seed: number): string => fc.sample(fc.lorem({ maxCount: 80 }), { numRuns: 1, seed })[0] ?? "";
