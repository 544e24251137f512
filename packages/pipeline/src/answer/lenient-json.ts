import { isTextStart, readText } from "./lenient-text.ts";

/** Objects and lists inside one another; an outline has ten with all its wrappings. */
const DEEPEST = 64;

const WORDS: Readonly<Record<string, unknown>> = { true: true, false: false, null: null, none: null, undefined: null, nan: null };

export interface LenientJson {
  /** Undefined where there is none. */
  readonly value: unknown;
  /** Whether the text ended in the middle of a value: what came after it is lost, not only brackets. */
  readonly brokeOff: boolean;
}

/**
 * Reads an object with the usual faults of models: commas and brackets missing or too many, other quotation marks or none, comments,
 * words of Python, raw line breaks, full-width signs, quotation marks that nobody escaped, one escaping too many.
 *
 * Goes through the text once, so that no answer takes long however it is made: libraries that repair JSON take the square of its length
 * for some faults, and seconds of them keep a worker from renewing its leases.
 */
export function lenientJson(text: string): LenientJson {
  const plain = /^[{[]\s*\\["']/.test(text) ? text.replaceAll(/\\(.)/g, (_, c: string) => (c === "n" ? "\n" : c)) : text;
  return new LenientReader(plain).read();
}

class LenientReader {
  readonly #text: string;
  #at = 0;
  #brokeOff = false;
  #tooDeep = false;
  /** What is open: `}` or `]`, the innermost last. */
  readonly #open: string[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  read(): LenientJson {
    this.#at = this.#text.search(/[{[]/);
    const value = this.#at < 0 ? undefined : this.#value();
    // a part is not taken for the whole
    return { value: this.#tooDeep ? undefined : value, brokeOff: this.#brokeOff };
  }

  #value(): unknown {
    this.#skip();
    const c = this.#text[this.#at];
    if (c === "{" || c === "[") {
      if (this.#open.length >= DEEPEST) {
        this.#tooDeep = true;
        this.#at = this.#text.length;
        return undefined;
      }
      this.#at += 1;
      this.#open.push(c === "{" ? "}" : "]");
      const read = c === "{" ? this.#object() : this.#list();
      this.#open.pop();
      return read;
    }
    return isTextStart(this.#text, this.#at) ? this.#quoted(false) : this.#bare();
  }

  #object(): unknown {
    const entries: [string, unknown][] = [];
    while (!this.#isClosed()) {
      const key = isTextStart(this.#text, this.#at) ? this.#quoted(true) : this.#bareKey();
      if (key === "") {
        this.#at += 1;
        continue;
      }
      this.#skip();
      if (/[:：=]/.test(this.#text[this.#at] ?? "")) this.#at += this.#text.startsWith("=>", this.#at) ? 2 : 1;
      else if (/[,，}\]]/.test(this.#text[this.#at] ?? "")) continue;
      if (this.#isOver()) break;
      entries.push([key, this.#value()]);
    }
    return Object.fromEntries(entries);
  }

  #list(): unknown {
    const items: unknown[] = [];
    while (!this.#isClosed()) {
      const before = this.#at;
      const item = this.#value();
      // what is nothing at all is passed over
      if (this.#at === before) this.#at += 1;
      else items.push(item);
    }
    return items;
  }

  /** Passes blanks and commas; whether the innermost bracket ends here. Another one's end ends this one, too. */
  #isClosed(): boolean {
    let afterComma = false;
    for (;;) {
      this.#skip();
      const c = this.#text[this.#at];
      if (c === undefined) {
        if (afterComma) this.#brokeOff = true;
        return true;
      }
      if (c === "}" || c === "]") {
        const own = this.#open.at(-1) === c;
        if (!own && this.#open.includes(c)) return true;
        this.#at += 1;
        if (own) return true;
      } else if (c === "," || c === "，") {
        afterComma = true;
        this.#at += 1;
      } else if (this.#text.startsWith("...", this.#at)) this.#at += 3;
      else return false;
    }
  }

  /** Whether the text ends where a value should be. */
  #isOver(): boolean {
    this.#skip();
    if (this.#at < this.#text.length) return false;
    this.#brokeOff = true;
    return true;
  }

  #quoted(isKey: boolean): string {
    const { value, end, brokeOff } = readText(this.#text, this.#at, isKey);
    this.#at = end;
    if (brokeOff) this.#brokeOff = true;
    return value;
  }

  #bareKey(): string {
    return this.#until(/[\s:：=,，{}[\]"“”]/);
  }

  /** A word without marks: true, None, 12, or a text that somebody forgot to quote. */
  #bare(): unknown {
    const word = this.#until(/[,，{}[\]\n"“”]/).trim();
    const number = Number(word);
    if (word !== "" && !Number.isNaN(number)) return Number.isFinite(number) ? number : null;
    const known = word.toLowerCase();
    return Object.hasOwn(WORDS, known) ? WORDS[known] : word;
  }

  #until(end: RegExp): string {
    const from = this.#at;
    while (this.#at < this.#text.length && !end.test(this.#text[this.#at] ?? "")) this.#at += 1;
    return this.#text.slice(from, this.#at);
  }

  /** Passes blanks and comments. */
  #skip(): void {
    for (;;) {
      while (/[\s\uFEFF]/.test(this.#text[this.#at] ?? "x")) this.#at += 1;
      const end = this.#text.startsWith("//", this.#at) ? "\n" : this.#text.startsWith("/*", this.#at) ? "*/" : null;
      if (end === null) return;
      const found = this.#text.indexOf(end, this.#at + 2);
      this.#at = found < 0 ? this.#text.length : found + end.length;
    }
  }
}
