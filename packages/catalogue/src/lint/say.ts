/** Takes a fault: the rule of FORMAT.md, a sentence, and the line of the file if it is not the caller's own. */
export type Say = (rule: string, message: string, line?: number) => void;
