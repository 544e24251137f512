import type { ModelTokens } from "./model.ts";

/** A model's text as PostgreSQL takes it, which refuses U+0000 and halves of characters: an answer that cannot be kept is paid for again and again. */
export const storableText = (text: string): string => text.replaceAll("\u0000", "").toWellFormed();

/** The largest number of PostgreSQL's `integer`. */
const MOST_TOKENS = 2 ** 31 - 1;

/**
 * Tokens as a provider counted them; null where its count is none, so that the worst case stands for it in budgets (PL6). None for an
 * answer in which something stands is no count.
 */
export function storableTokens(tokens: ModelTokens | null, text: string): ModelTokens | null {
  if (tokens?.output_tokens === 0 && text.trim() !== "") return null;
  const counts = tokens === null ? [] : [tokens.input_tokens, tokens.output_tokens];
  return counts.every((count) => Number.isInteger(count) && count >= 0 && count <= MOST_TOKENS) ? tokens : null;
}
