// Runs the given test file by `runFile`, in a process of its own: a test runner refuses to run inside another.
import { dirname } from "node:path";
import { runFile } from "./run-file.ts";

const [file = "", timeout_ms = ""] = process.argv.slice(2);
const said: string[] = [];
const tally = await runFile({ root: dirname(file), file, timeout_ms: Number(timeout_ms), say: (line) => said.push(line) });
process.stdout.write(JSON.stringify({ tally, said: said.join("\n") }));
