// Lints the built-in knowledge: `node packages/catalogue/lint.ts`. Prints `file:line rule message` and exits 1 if there is a problem, then a line
// of figures for each domain; `--report` prints all figures.
import { domainFigures } from "./src/lint/domain-figures.ts";
import { briefFigures, fullFigures } from "./src/lint/figures-text.ts";
import { lintCatalogue } from "./src/lint/lint-catalogue.ts";
import { DATA_DIR } from "./src/load-catalogue.ts";
import { problemText } from "./src/problem-line.ts";

const problems = lintCatalogue(DATA_DIR, process.cwd());
for (const problem of problems) process.stdout.write(`${problemText(problem)}\n`);
process.stdout.write(`catalogue: ${problems.length} problems\n`);
if (problems.length > 0) process.exitCode = 1;
const textOf = process.argv.includes("--report") ? fullFigures : briefFigures;
for (const figures of domainFigures(DATA_DIR)) process.stdout.write(`${textOf(figures)}\n`);
