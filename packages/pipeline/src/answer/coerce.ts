import { visibleText } from "@wayfinder/protocol";
import type { z } from "zod";
import { storableText } from "../model/storable.ts";
import { jsonSchemaOf, type AnswerSchema as Json } from "./json-schema.ts";

/** A key as models vary it: case, underscores, hyphens and spaces do not count. */
const plain = (key: string): string => key.toLowerCase().replaceAll(/[\s_-]/g, "");

/** How a value is brought to a schema. */
export interface Coercion {
  /** Other names under which fields may stand. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** List items that may still be looked at; counted down. */
  left: number;
}

/** A value with more list items than may be looked at. */
export class TooManyParts extends Error {}

/**
 * Brings a value nearer to a schema without inventing anything: fields under another name, a number as text, one thing where a list is
 * asked for, a list wrapped in an object. What the schema does not name is left away; what is wrong beyond this stays for the schema to
 * find. Throws TooManyParts.
 */
export function coerce(value: unknown, schema: z.ZodType, coercion: Coercion): unknown {
  return fit(value, jsonSchemaOf(schema), coercion);
}

function fit(value: unknown, schema: Json, coercion: Coercion): unknown {
  if (schema.type === "object" && schema.properties) return fitObject(value, schema, coercion);
  if (schema.type === "array" && typeof schema.items === "object" && !Array.isArray(schema.items))
    return fitArray(value, schema.items as Json, coercion);
  if (schema.type === "number" || schema.type === "integer") return fitNumber(value, schema.type);
  if (schema.type === "boolean" && typeof value === "string")
    return /^(true|yes|是)$/i.test(value) ? true : /^(false|no|否)$/i.test(value) ? false : value;
  if (schema.type === "string") return fitString(value, schema);
  return value;
}

/** Fields that a bare text can stand for: a concept that is only named. */
const NAMING = ["name", "title"] as const;

function fitObject(value: unknown, schema: Json, coercion: Coercion): unknown {
  const naming = NAMING.find((name) => name in (schema.properties ?? {}));
  if (typeof value === "string" && naming !== undefined) return { [naming]: value };
  const { aliases } = coercion;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const given = plainly(value);
  const names = Object.keys(schema.properties ?? {});
  // an object wrapped once more: {"roadmap": {…}}
  const [only] = Object.values(value);
  if (given.size === 1 && isRecord(only)) {
    const isNamed = names.some((name) => lookUp(given, name, aliases) !== undefined);
    // under a name of its own it may still be the whole: {"roadmap": {"stages": […]}}, where "roadmap" also means the stages
    if (!isNamed || schema.required?.some((name) => lookUp(plainly(only as object), name, aliases) !== undefined))
      return fitObject(only, schema, coercion);
  }
  const fitted: Record<string, unknown> = {};
  for (const name of names) {
    const found = lookUp(given, name, aliases);
    if (found === undefined || found === null) continue;
    fitted[name] = fit(found, (schema.properties?.[name] ?? {}) as Json, coercion);
  }
  return fitted;
}

const plainly = (value: object): Map<string, unknown> =>
  new Map(Object.entries(value).map(([key, inner]) => [plain(key), inner]));

const isRecord = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

function lookUp(
  given: ReadonlyMap<string, unknown>,
  name: string,
  aliases: Readonly<Record<string, readonly string[]>>,
): unknown {
  for (const key of [name, ...(aliases[name] ?? [])]) {
    const value = given.get(plain(key));
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

function fitArray(value: unknown, items: Json, coercion: Coercion): unknown {
  if (typeof value === "string" && items.type === "string")
    return value
      .split(/[,;，；、\n]+/)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  // {"1": {…}, "2": {…}} or {"items": […]}
  const list = Array.isArray(value) ? value : isRecord(value) ? unwrapped(Object.values(value as object)) : [value];
  coercion.left -= list.length;
  if (coercion.left < 0) throw new TooManyParts();
  return list.filter((each) => each !== null && each !== undefined).map((each) => fit(each, items, coercion));
}

const unwrapped = (values: readonly unknown[]): readonly unknown[] => {
  const [only] = values;
  return values.length === 1 && Array.isArray(only) ? only : values;
};

function fitNumber(value: unknown, type: "number" | "integer"): unknown {
  if (typeof value === "object" && value !== null) {
    // {"low": 1, "likely": 2, "high": 3} where one number is asked for
    const inner = Object.values("likely" in value ? { likely: value.likely } : value).find((each) => typeof each !== "object");
    return inner === undefined ? value : fitNumber(inner, type);
  }
  // "about 40", "2h", "1,5"
  const number =
    typeof value === "string" ? Number.parseFloat(/[-+]?\d*[.,]?\d.*/s.exec(value)?.[0].replace(",", ".") ?? "") : value;
  if (typeof number !== "number" || !Number.isFinite(number)) return value;
  return type === "integer" ? Math.round(number) : number;
}

function fitString(value: unknown, schema: Json): unknown {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "string") return value;
  // an escape can stand for what no database keeps, and a text of what nobody sees is none
  const seen = visibleText(storableText(value));
  if (!schema.enum) return seen;
  return schema.enum.find((choice) => typeof choice === "string" && plain(choice) === plain(seen)) ?? seen;
}
