/** A piece of a text in Markdown: code between fences (or a fence that is still open), or what stands outside. */
export interface Piece {
  readonly text: string;
  readonly isCode: boolean;
  /** Code whose fence has not been closed: more of it may come. */
  readonly isOpen: boolean;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** The text in pieces, whole lines each with their ends; put together they are the text again. */
export function pieces(markdown: string): Piece[] {
  const found: Piece[] = [];
  let text = "";
  let fence: string | null = null;
  const end = (isOpen: boolean) => {
    if (text !== "") found.push({ text, isCode: fence !== null, isOpen });
    text = "";
  };
  for (const line of markdown.split(/(?<=\n)/)) {
    const mark = FENCE.exec(line)?.[1];
    if (fence === null && mark !== undefined) {
      end(false);
      fence = mark;
      text = line;
      continue;
    }
    text += line;
    const isEnd = fence !== null && mark?.startsWith(fence) && line.trim() === mark;
    if (!isEnd) continue;
    end(false);
    fence = null;
  }
  end(fence !== null);
  return found;
}

/** Where the fence that is still open begins, as an offset in the text; -1 when all are closed. */
export function openFenceAt(markdown: string): number {
  const last = pieces(markdown).at(-1);
  return last?.isOpen ? markdown.length - last.text.length : -1;
}

/** The text in sections that begin with a heading: while it grows, only the last of them changes. */
export function sections(markdown: string): string[] {
  const found = [""];
  for (const { text, isCode } of pieces(markdown)) {
    const parts = isCode ? [text] : text.split(/(?<=\n)(?=#{1,6} )/);
    for (const part of parts) {
      if (!isCode && /^#{1,6} /.test(part) && found.at(-1) !== "") found.push(part);
      else found[found.length - 1] += part;
    }
  }
  return found;
}
