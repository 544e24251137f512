import type { PlantedBug } from "./planted-bug.ts";

const CLIENT = "packages/client/src";
const REALTIME = "apps/server/src/realtime";
const RESUME_TEST = `${CLIENT}/channel-resume.test.ts`;
const STORE_TEST = "packages/store/src/store.test.ts";
const APPEND = "packages/store/src/append-events.ts";

const IN_CLIENT: readonly PlantedBug[] = [
  {
    name: "position after handler",
    patches: [
      {
        file: `${CLIENT}/task-connection.ts`,
        find: "    machine = next.state;\n    for (const effect of next.effects) runner.run(effect);",
        put: "    for (const effect of next.effects) runner.run(effect);\n    machine = next.state;",
      },
      { file: `${CLIENT}/task-connection.ts`, find: "    if (running) return;\n", put: "" },
    ],
    test: RESUME_TEST,
  },
  {
    name: "epoch forgotten",
    patches: [
      {
        file: `${CLIENT}/dial-url.ts`,
        find: `  if (epoch !== null) target.searchParams.set("epoch", epoch);\n`,
        put: "",
      },
    ],
    test: RESUME_TEST,
  },
  {
    name: "n reset on open",
    patches: [
      {
        file: `${CLIENT}/channel-machine.ts`,
        find: "    turn.changeLine({ opened: true });",
        put: "    turn.become({ attempt: 0 });\n    turn.changeLine({ opened: true });",
      },
    ],
    test: `${CLIENT}/channel-delay.test.ts`,
  },
  {
    name: "no generation check",
    patches: [{ file: `${CLIENT}/channel-machine.ts`, find: "generation !== turn.state.generation || ", put: "" }],
    test: RESUME_TEST,
  },
  {
    name: "ack of the undelivered",
    patches: [
      { file: `${CLIENT}/on-message.ts`, find: `  turn.emit({ type: "deliver", event });\n`, put: "" },
      {
        file: `${CLIENT}/on-message.ts`,
        find: "  noteCaughtUp(turn);\n  if (isFinal)",
        put: `  turn.emit({ type: "deliver", event });\n  noteCaughtUp(turn);\n  if (isFinal)`,
      },
    ],
    test: RESUME_TEST,
  },
];

const IN_SERVER: readonly PlantedBug[] = [
  {
    name: "resume off by one",
    patches: [{ file: `${REALTIME}/resume.ts`, find: "from: Number(after) + 1", put: "from: Number(after)" }],
    test: `${REALTIME}/resume.test.ts`,
  },
  {
    name: ">= for >",
    patches: [
      { file: `${REALTIME}/task-tail.ts`, find: "if (cursor > this.#last) return", put: "if (cursor >= this.#last) return" },
    ],
    test: "faults/task-tail.test.ts",
    titles: "SD2",
  },
  {
    name: "last wake-up dropped",
    patches: [
      {
        file: `${REALTIME}/task-tail.ts`,
        find: "    this.#head = Math.max(this.#head, head);\n    if (this.#last",
        put: "    if (this.#reading) return this.#reading;\n    this.#head = Math.max(this.#head, head);\n    if (this.#last",
      },
    ],
    test: "faults/task-tail.test.ts",
    titles: "LG7",
  },
  {
    name: "bufferedAmount only",
    patches: [
      {
        file: `${REALTIME}/window.ts`,
        find: "if (this.#acked === null) return { bytes, ",
        put: "if (bytes > 0) return { bytes, ",
      },
    ],
    test: `${REALTIME}/window.test.ts`,
  },
  {
    name: "close before accept",
    patches: [
      {
        file: "apps/server/src/api/v1/websocket.ts",
        find: "        server.handleUpgrade(request, socket, head, (ws) => {",
        put: `        if (!("task" in verdict)) return refuseUpgrade(socket);\n        server.handleUpgrade(request, socket, head, (ws) => {`,
      },
    ],
    test: "apps/server/src/api/v1/websocket.test.ts",
    titles: "HS3|HS4",
  },
];

const IN_STORE: readonly PlantedBug[] = [
  {
    name: "no fencing",
    patches: [{ file: APPEND, find: " and s.token = ${guard.lease.token}::bigint", put: "" }],
    test: STORE_TEST,
    titles: "LG3",
  },
  {
    name: "timestamp ids",
    patches: [
      {
        file: APPEND,
        find: "locked.head + fresh.k,",
        put: "(extract(epoch from clock_timestamp()) * 1000)::bigint + fresh.k,",
      },
    ],
    test: STORE_TEST,
    titles: "LG2",
  },
];

/** The twelve, each as a small change that a person could make. */
export const PLANTED_BUGS: readonly PlantedBug[] = [...IN_CLIENT, ...IN_SERVER, ...IN_STORE];
