import { checkConformance } from "./conformance.ts";

const USAGE = `npm run conformance -- <base URL> [rule …]

Checks a server of the task channel against packages/protocol/SPEC.md from outside, over real sockets:
  npm run conformance -- http://localhost:8000
  npm run conformance -- http://localhost:8000 MS2 HS7
`;

const [base = "", ...only] = process.argv.slice(2);
if (!/^https?:\/\//.test(base)) {
  process.stderr.write(USAGE);
  process.exit(2);
}
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const { passed, failed } = await checkConformance({ base: base.replace(/\/+$/, ""), only, say });
process.exit(failed.length === 0 && passed.length > 0 ? 0 : 1);
