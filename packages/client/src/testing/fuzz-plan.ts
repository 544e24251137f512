import fc from "fast-check";
import type { SignalName } from "../machine-input.ts";
import type { FakeAnswer } from "./fake-fetch.ts";

/** What a server without mercy does next on a connection. */
export type Step =
  | { readonly do: "events"; readonly count: number }
  | { readonly do: "repeat"; readonly back: number }
  | { readonly do: "skip"; readonly count: number }
  | { readonly do: "swap" }
  | { readonly do: "junk"; readonly frame: string }
  /** Frames of the connection before arrive after all. */
  | { readonly do: "stale" }
  | { readonly do: "live" }
  | { readonly do: "heartbeat" }
  /** The server was restored from elsewhere: another log from now on. */
  | { readonly do: "other_log" }
  | { readonly do: "wait"; readonly ms: number }
  | { readonly do: "signal"; readonly signal: SignalName }
  | { readonly do: "click" }
  | { readonly do: "end"; readonly code: number };

/** One connection: whether it opens, what happens on it, and whether it dies or falls silent afterwards. */
export interface LinePlan {
  readonly opens: boolean;
  readonly steps: readonly Step[];
  readonly dies: boolean;
  /** What HTTP answers while this plan is the present one. */
  readonly answer: FakeAnswer;
}

const SIGNED = { "X-Task-Channel": "1" };
const JUNK = [
  "",
  "{}",
  "[]",
  "{",
  '{"type":"progress","task_id":"task-1","seq":"1"}',
  '{"type":"live","task_id":"other","head":99}',
];

const step = (codes: readonly number[]): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.nat(6).map((count): Step => ({ do: "events", count })) },
    { weight: 2, arbitrary: fc.nat(5).map((back): Step => ({ do: "repeat", back })) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map((count): Step => ({ do: "skip", count })) },
    { weight: 1, arbitrary: fc.constant<Step>({ do: "swap" }) },
    { weight: 1, arbitrary: fc.constantFrom(...JUNK).map((frame): Step => ({ do: "junk", frame })) },
    { weight: 3, arbitrary: fc.constant<Step>({ do: "stale" }) },
    { weight: 1, arbitrary: fc.constantFrom<Step>({ do: "live" }, { do: "heartbeat" }) },
    { weight: 1, arbitrary: fc.constant<Step>({ do: "other_log" }) },
    { weight: 3, arbitrary: fc.constantFrom(1, 100, 3_000, 11_000, 50_000).map((ms): Step => ({ do: "wait", ms })) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom("online", "offline", "hidden", "visible", "frozen", "thawed")
        .map((signal): Step => ({ do: "signal", signal })),
    },
    { weight: 1, arbitrary: fc.constant<Step>({ do: "click" }) },
    { weight: 2, arbitrary: fc.constantFrom(...codes).map((code): Step => ({ do: "end", code })) },
  );

/** The codes after which a client comes back. */
export const COMING_BACK = [1000, 1001, 1005, 1006, 1008, 1011, 1012, 1013, 1015, 3000, 4000, 4408, 4429, 4500, 4508];
/** Answers over HTTP after which a client comes back. */
const PATIENT: readonly FakeAnswer[] = ["unreachable", "silent", { status: 426, headers: SIGNED }, { status: 503 }];
/** Any answer. */
const ANY: readonly FakeAnswer[] = [
  ...PATIENT,
  ...[200, 302, 401, 403, 404, 410].flatMap((status) => [{ status }, { status, headers: SIGNED }]),
];

/** The connections of one run. With `fatal` also what makes a client stop for good. */
export const plans = ({ fatal }: { fatal: boolean }): fc.Arbitrary<readonly LinePlan[]> =>
  fc.array(
    fc.record({
      opens: fc.boolean(),
      steps: fc.array(step(fatal ? [...COMING_BACK, 1002, 1009, 4050, 4401, 4404, 4426] : COMING_BACK), { maxLength: 12 }),
      dies: fc.boolean(),
      answer: fc.constantFrom(...(fatal ? ANY : PATIENT)),
    }),
    { maxLength: 8 },
  );
