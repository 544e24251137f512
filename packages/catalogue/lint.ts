// Lints the built-in knowledge: `node packages/catalogue/lint.ts`. Prints `file:line rule message` and exits 1 if there is a problem.
import { lintCatalogue } from "./src/lint/lint-catalogue.ts";
import { DATA_DIR } from "./src/load-catalogue.ts";
import { problemText } from "./src/problem-line.ts";

const problems = lintCatalogue(DATA_DIR, process.cwd());
for (const problem of problems) process.stdout.write(`${problemText(problem)}\n`);
process.stdout.write(`catalogue: ${problems.length} problems\n`);
if (problems.length > 0) process.exitCode = 1;
