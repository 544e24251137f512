/** A fault of a data file. `line` counts from 1; `rule` is a number of FORMAT.md. */
export interface ProblemLine {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

/** The form in which a fault is printed and thrown: `file:line rule message`. */
export const problemText = (p: ProblemLine): string => `${p.path}:${p.line} ${p.rule} ${p.message}`;

/** A data file that cannot be used; the message begins with its path and line. */
export class CatalogueFileError extends Error {
  readonly problem: ProblemLine;
  constructor(problem: ProblemLine, options?: ErrorOptions) {
    super(problemText(problem), options);
    this.name = "CatalogueFileError";
    this.problem = problem;
  }
}
