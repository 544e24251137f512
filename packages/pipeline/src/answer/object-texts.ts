const THINKING = /<(think|thinking|reasoning)>[\s\S]*?(<\/\1>|$)/gi;

/** Objects of the prose that are tried; an answer of braces alone would hold a hundred thousand. */
const MOST_OBJECTS = 20;

/** What a model wrote without its thinking aloud. */
export const withoutThinking = (text: string): string => text.replaceAll(THINKING, "").trim();

/**
 * The parts of a text that may be the JSON object asked for, the likeliest first: the whole, each fenced block, each balanced object of
 * the prose from the longest to the shortest, and an object that was cut off.
 */
export function objectTexts(text: string): string[] {
  const said = withoutThinking(text);
  const fenced = [...said.matchAll(/```[a-z]*\s*\n?([\s\S]*?)(?:```|$)/gi)].map((match) => match[1]?.trim() ?? "");
  const { balanced, cut } = objectsOf(said);
  const whole = said.startsWith("{") || said.startsWith("[") ? [said] : [];
  const longest = balanced.toSorted((a, b) => b.length - a.length).slice(0, MOST_OBJECTS);
  const found = [...whole, ...fenced.slice(0, MOST_OBJECTS), ...longest, ...(cut === null ? [] : [cut])];
  return [...new Set(found.filter((part) => part.includes("{")))];
}

/** Balanced top-level objects, and what begins as one and never ends; braces inside strings do not count. */
function objectsOf(text: string): { balanced: string[]; cut: string | null } {
  const balanced: string[] = [];
  let depth = 0;
  let start = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (inString) {
      if (c === "\\") at += 1;
      else if (c === '"') inString = false;
    } else if (c === '"' && depth > 0) inString = true;
    else if (c === "{") {
      if (depth === 0) start = at;
      depth += 1;
    } else if (c === "}" && depth > 0) {
      depth -= 1;
      if (depth === 0) balanced.push(text.slice(start, at + 1));
    }
  }
  return { balanced, cut: depth > 0 ? text.slice(start) : null };
}
