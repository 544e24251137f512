import type { Language } from "@wayfinder/protocol";

/** At most this many names in a sentence; the rest is counted. */
const MAX_NAMES = 6;

/** Names one after the other, in the language; with semicolons where a name holds a comma or an "and" itself. */
export function listOf(names: readonly string[], language: Language): string {
  const shown = names.slice(0, MAX_NAMES);
  const rest = names.length - shown.length;
  const isCompound = shown.some((name) => /[,、；;]| and /.test(name));
  if (language === "zh") return `${shown.join(isCompound ? "；" : "、")}${rest > 0 ? `等 ${names.length} 项` : ""}`;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  if (isCompound) return parts.join("; ");
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : (parts[0] ?? "");
}
