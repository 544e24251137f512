/** Between items of a line: it stays with the one before it, and no line begins with it. */
export const SEPARATOR = "\u00a0· ";
