/** Which signs end a text that begins with one; models write what their keyboard makes of a quotation mark. */
const CLOSERS: Readonly<Record<string, string>> = { '"': '"', "'": "'", "`": "`", "“": '”“"', "”": '”“"', "‘": "’'", "’": "’'" };
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };
/** Blanks that are looked past to tell whether a text ends; a fixed number keeps reading linear. */
const LOOK_AHEAD = 64;

const isQuote = (c: string | undefined): c is string => c !== undefined && Object.hasOwn(CLOSERS, c);

/** Whether a text begins at this place. */
export const isTextStart = (text: string, at: number): boolean => isQuote(text[at]);

export interface ReadText {
  readonly value: string;
  /** The place after it. */
  readonly end: number;
  /** Whether the end was not there. */
  readonly brokeOff: boolean;
}

/** A quoted text that begins at a place. Marks inside it that nobody escaped are part of it; a key ends at the first. */
export function readText(text: string, start: number, isKey: boolean): ReadText {
  const closers = CLOSERS[text[start] ?? ""] ?? "";
  const pieces: string[] = [];
  let from = start + 1;
  for (let at = from; at < text.length; at++) {
    const c = text[at] ?? "";
    if (c === "\\") {
      const { value, length } = unescaped(text, at + 1);
      pieces.push(text.slice(from, at), value);
      at += length;
      from = at + 1;
    } else if (closers.includes(c) && (isKey || isEnd(text, at))) {
      pieces.push(text.slice(from, at));
      return { value: pieces.join(""), end: at + 1, brokeOff: false };
    }
  }
  pieces.push(text.slice(from));
  return { value: pieces.join(""), end: text.length, brokeOff: true };
}

function unescaped(text: string, at: number): { value: string; length: number } {
  const c = text[at] ?? "";
  const code = c === "u" ? /^[\da-f]{4}$/i.exec(text.slice(at + 1, at + 5))?.[0] : undefined;
  return code === undefined
    ? { value: ESCAPES[c] ?? c, length: 1 }
    : { value: String.fromCharCode(Number.parseInt(code, 16)), length: 5 };
}

/** Whether a mark ends its text: what follows is what follows values. */
function isEnd(text: string, at: number): boolean {
  let next = at + 1;
  const last = at + LOOK_AHEAD;
  while (next < last && /\s/.test(text[next] ?? "x")) next += 1;
  const follows = text[next];
  if (follows === undefined || ",，:：}]{".includes(follows)) return true;
  if (follows === "/") return text[next + 1] === "/" || text[next + 1] === "*";
  // of two marks side by side the second ends it, if a value can end there
  if (isQuote(follows)) return next > at + 1 || !",}]".includes(text[next + 1] ?? "x");
  return text.slice(at + 1, next).includes("\n");
}
