import { checkConformance } from "./conformance.ts";

const USAGE = `npm run conformance -- <base URL> [--origin=<URL>] [rule …]

Checks a server of the task channel against packages/protocol/SPEC.md from outside, over real sockets:
  npm run conformance -- http://localhost:8000
  npm run conformance -- http://localhost:8000 MS2 HS7
An origin whose pages the server lets in is http://localhost:3000 unless told:
  npm run conformance -- https://api.example.org --origin=https://example.org
`;

const ORIGIN = "--origin=";

const [base = "", ...rest] = process.argv.slice(2);
const only = rest.filter((word) => !word.startsWith(ORIGIN));
const origin = rest.find((word) => word.startsWith(ORIGIN))?.slice(ORIGIN.length);
if (!/^https?:\/\//.test(base)) {
  process.stderr.write(USAGE);
  process.exit(2);
}
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const { passed, failed } = await checkConformance({
  base: base.replace(/\/+$/, ""),
  only,
  ...(origin === undefined ? {} : { origin }),
  say,
});
process.exit(failed.length === 0 && passed.length > 0 ? 0 : 1);
