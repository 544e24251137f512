import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { filesOf } from "./files-of.ts";
import { codeOf, type Program } from "./program.ts";
import { type CommandResult, inTemporaryFolder, runCommand } from "./run-command.fixture.ts";

const FIND = "import importlib.util, sys\nprint(*[name for name in sys.argv[1:] if importlib.util.find_spec(name)])";

/** Prints rows as `a|b` below their column names, an empty cell for NULL, and `ERROR` for a statement that is refused. */
const QUERY = `import sqlite3, sys
db = sqlite3.connect(":memory:", isolation_level=None)
db.execute("PRAGMA foreign_keys = ON")
statement = ""
for line in open(sys.argv[1], encoding="utf-8"):
    statement += line
    if not sqlite3.complete_statement(statement):
        continue
    try:
        cursor = db.execute(statement)
        if cursor.description:
            print("|".join(column[0] for column in cursor.description))
        for row in cursor:
            print("|".join("" if cell is None else str(cell) for cell in row))
    except sqlite3.IntegrityError:
        print("ERROR")
    statement = ""
assert statement.strip() == "", statement
`;

/** Those of the modules that Python can import here; `null` if there is no Python. */
export const importable = (names: readonly string[]): Promise<ReadonlySet<string> | null> =>
  inTemporaryFolder(async (dir) => {
    const { status, stdout } = await runCommand(dir, ["python3", "-c", FIND, ...names]);
    return status === 0 ? new Set(stdout.trim().split(" ")) : null;
  });

/** Runs a program in Python; one that imports pytest is given to pytest. */
export async function runPython(dir: string, program: Program): Promise<CommandResult> {
  const files = filesOf(program);
  for (const { path, text } of files) await writeFile(join(dir, path), text);
  const runner = /^import pytest$/m.test(codeOf(program)) ? ["-m", "pytest", "-q"] : [];
  return runCommand(dir, ["python3", ...runner, files.at(-1)?.path ?? ""]);
}

/** Runs statements on an empty database in memory; keys are enforced. */
export async function runSql(dir: string, program: Program): Promise<CommandResult> {
  await writeFile(join(dir, "query.py"), QUERY);
  await writeFile(join(dir, "statements.sql"), codeOf(program));
  return runCommand(dir, ["python3", "query.py", "statements.sql"]);
}

/** A table as a database's shell draws it, brought into the form in which `runSql` prints. */
export const tableLines = (lines: readonly string[]): readonly string[] =>
  lines
    .filter((line) => !/^-[-+]*$/.test(line))
    .map((line) =>
      line.startsWith("ERROR:")
        ? "ERROR"
        : line
            .split("|")
            .map((cell) => cell.trim())
            .join("|"),
    );
