import type { ProbeResult } from "@wayfinder/llm";
import type { ModelTest } from "@wayfinder/protocol";

/** A probe's result as data, and in English words for those who read no data. */
export function testWords(result: ProbeResult): ModelTest {
  if (!result.ok) return { ok: false, message: result.message, failure: result.kind };
  const { mode, tokens_per_second, first_byte_ms } = result;
  const how =
    mode === "text" ? "no structured output, answers are asked for in words and mended" : `structured output by ${mode}`;
  const pace = tokens_per_second === null ? "" : `, ${Math.round(tokens_per_second)} tokens/s`;
  return {
    ok: true,
    message: `works: ${how}${pace}`,
    mode,
    first_byte_ms,
    ...(tokens_per_second === null ? {} : { tokens_per_second }),
  };
}
