import { OUTLINE_ALIASES } from "./outline-answer.ts";

/** A node of an outline that has been read whole: a concept, or the head of a stage or module whose list has begun. */
export interface ScannedNode {
  readonly kind: "stage" | "module" | "concept";
  /** JSON text of the node without its list; it may have the usual faults. */
  readonly text: string;
}

interface Frame {
  readonly bracket: "{" | "[";
  readonly start: number;
  readonly kind: ScannedNode["kind"] | null;
  /** Kind of the objects in this list. */
  readonly holds: ScannedNode["kind"] | null;
  told: boolean;
}

/** No outline is nested deeper, even wrapped a few times; deeper texts are nonsense. */
const DEEPEST = 32;
/** Characters that are kept for a node that has not ended; a concept takes some hundreds. Keeping more would cost the square of the length. */
const MOST_KEPT = 20_000;

const plain = (key: string): string => key.toLowerCase().replaceAll(/[\s_-]/g, "");
const KEYS = (name: string) => new Set([name, ...(OUTLINE_ALIASES[name] ?? [])].map(plain));
const [STAGES, MODULES, CONCEPTS] = [KEYS("stages"), KEYS("modules"), KEYS("concepts")];

/**
 * Reads an outline while it is being written and gives out each node as soon as it is whole: a concept when its object closes, a stage or
 * module when its list begins. It knows nothing but brackets and strings; what it misses the whole answer brings later.
 */
export class OutlineScanner {
  /** What may still be needed of the text, and where in the whole it begins: places are counted in the whole. */
  #text = "";
  #base = 0;
  #at = 0;
  #inString = false;
  #stringStart = 0;
  #lastString = "";
  #key = "";
  #frames: Frame[] = [];
  #lost = false;

  /** Adds text as it arrives; the nodes that it completed. Gives up for good on what is no outline: the whole answer is read anyway. */
  push(delta: string): ScannedNode[] {
    this.#forget();
    if (this.#frames.length > DEEPEST || this.#text.length > MOST_KEPT) this.#giveUp();
    if (this.#lost) return [];
    this.#text += delta;
    const nodes: ScannedNode[] = [];
    const end = this.#base + this.#text.length;
    for (; this.#at < end; this.#at++) {
      const c = this.#text[this.#at - this.#base]!;
      if (this.#inString) {
        if (c === "\\") {
          if (this.#at + 1 >= end) return nodes; // the escaped character has yet to come
          this.#at += 1;
        } else if (c === '"') {
          this.#inString = false;
          this.#lastString = this.#slice(this.#stringStart, this.#at);
        }
      } else nodes.push(...this.#structural(c));
    }
    return nodes;
  }

  /** Characters that are held. */
  get kept(): number {
    return this.#text.length;
  }

  #giveUp(): void {
    this.#lost = true;
    this.#text = "";
    this.#frames = [];
  }

  #slice(from: number, to: number): string {
    return this.#text.slice(from - this.#base, to - this.#base);
  }

  /** Lets go of text that no node will hold. Models write in pieces of a few characters: keeping all would cost the square of the length. */
  #forget(): void {
    const open = this.#frames.find(({ kind, told }) => kind === "concept" || (kind !== null && !told));
    const needed = Math.min(this.#at, open?.start ?? this.#at, this.#inString ? this.#stringStart : this.#at);
    this.#text = this.#text.slice(needed - this.#base);
    this.#base = needed;
  }

  #structural(c: string): ScannedNode[] {
    switch (c) {
      case '"':
        // prose before the object may hold a lone quotation mark
        if (this.#frames.length > 0) {
          this.#inString = true;
          this.#stringStart = this.#at + 1;
        }
        return [];
      case ":":
        this.#key = this.#lastString;
        return [];
      case "{":
        this.#frames.push({ bracket: "{", start: this.#at, kind: this.#frames.at(-1)?.holds ?? null, holds: null, told: false });
        return [];
      case "[":
        return this.#openList();
      case "}":
      case "]":
        return this.#close(c === "}" ? "{" : "[");
      default:
        return [];
    }
  }

  #openList(): ScannedNode[] {
    const owner = this.#frames.at(-1);
    const holds = this.#holds(owner);
    const nodes: ScannedNode[] = [];
    if (owner && owner.bracket === "{" && holds && (owner.kind === "stage" || owner.kind === "module") && !owner.told) {
      owner.told = true;
      const head = this.#slice(owner.start, this.#at);
      nodes.push({
        kind: owner.kind,
        text: `${head.slice(0, head.lastIndexOf('"', head.lastIndexOf('"') - 1)).replace(/[,\s]*$/, "")}}`,
      });
    }
    this.#frames.push({ bracket: "[", start: this.#at, kind: null, holds, told: false });
    return nodes;
  }

  /** What a list that begins here holds, by its key and its owner. */
  #holds(owner: Frame | undefined): Frame["holds"] {
    const key = plain(this.#key);
    if (owner?.kind === "stage") return MODULES.has(key) ? "module" : null;
    if (owner?.kind === "module") return CONCEPTS.has(key) ? "concept" : null;
    return owner?.kind === null && STAGES.has(key) ? "stage" : null;
  }

  #close(bracket: Frame["bracket"]): ScannedNode[] {
    const top = this.#frames.at(-1);
    if (top?.bracket !== bracket) return [];
    this.#frames.pop();
    return top.kind === "concept" ? [{ kind: "concept", text: this.#slice(top.start, this.#at + 1) }] : [];
  }
}
