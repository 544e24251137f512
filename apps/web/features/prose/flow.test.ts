import assert from "node:assert/strict";
import { test } from "node:test";
import { flowSteps } from "./flow.ts";

test("WEB52 a flow chart that is one line of boxes becomes its steps", () => {
  const chart = "flowchart LR\n  A[Event] --> B[Handler calls setScore]\n  B --> C[React queues]\n  C --> D";
  assert.deepEqual(flowSteps(chart), ["Event", "Handler calls setScore", "React queues", "D"]);
  assert.deepEqual(flowSteps('graph TD\nB(二) --> C{三};\nA["一"] --> B'), ["一", "二", "三"]);
});

test("WEB52 any other drawing is left as it is", () => {
  const others = [
    "sequenceDiagram\nA->>B: hi",
    "flowchart LR",
    "flowchart LR\nA --> B\nA --> C",
    "flowchart LR\nA --> C\nB --> C",
    "flowchart LR\nA --> B\nB --> A",
    "flowchart LR\nA --> B\nC --> D",
    "flowchart LR\nA -- text --> B",
  ];
  for (const chart of others) assert.equal(flowSteps(chart), null, chart);
});
