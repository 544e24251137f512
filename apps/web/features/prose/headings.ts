export interface Heading {
  /** The fragment that leads to it. */
  readonly id: string;
  readonly text: string;
}

/** The fragment of a heading: its letters and digits in any script, the rest as hyphens. */
export function headingId(text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return `part-${slug}`;
}

/** The chapters of a tutorial: its headings of the second level, outside code. */
export function chaptersOf(markdown: string): Heading[] {
  let fence: string | null = null;
  return markdown.split("\n").flatMap((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && fence === null) fence = mark;
    else if (mark !== undefined && fence !== null && mark.startsWith(fence)) fence = null;
    const title = fence === null ? /^##\s+(.*?)\s*#*$/.exec(line)?.[1] : undefined;
    if (title === undefined) return [];
    const text = title.replace(/[`*_]/g, "");
    return [{ id: headingId(text), text }];
  });
}

/** The text without a first heading that repeats the title of the page. */
export function withoutTitle(markdown: string, title: string): string {
  const first = /^\s*#{1,2}\s+(.*?)\s*#*\s*(?:\n|$)/.exec(markdown);
  return first?.[1]?.trim().toLowerCase() === title.trim().toLowerCase() ? markdown.slice(first[0].length) : markdown;
}
