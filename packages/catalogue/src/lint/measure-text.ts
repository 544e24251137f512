/** How many Han characters a text has. */
export const hanCount = (text: string): number => (text.match(/\p{Script=Han}/gu) ?? []).length;

/** How many English words a text has. */
export const wordCount = (text: string): number => (text.match(/[A-Za-z0-9][\w'’./-]*/g) ?? []).length;

/** The text without its code: blocks go, inline code becomes a box, so that neither is counted as prose. */
export const proseOf = (text: string): string => text.replace(/```[\s\S]*?```/g, " ").replace(/`[^`\n]*`/g, "□");

/** A text as two of them are compared: width, case and spaces beside Han characters do not count. */
export const foldForCompare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, "")
    .replace(/\s+/g, " ")
    .trim();

/** Whether a line opens code or bold text and does not close it. */
export const hasUnpaired = (line: string): boolean => {
  const isOdd = (text: string, mark: RegExp) => (text.match(mark) ?? []).length % 2 > 0;
  return isOdd(line, /`/g) || isOdd(line.replace(/`[^`]*`/g, ""), /\*\*/g);
};
