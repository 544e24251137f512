import { IMPORT_TABLE, TEST_MODULES, type ImportRow } from "./check/import-table.ts";

/** Tests and what only tests use. */
const TEST_FILES = ["**/*.test.ts", "**/*.contract.ts", "**/*.fixture.ts", "**/*.arbitrary.ts", "**/testing/**"];

/** Clock, chance and I/O that need no import. */
const IMPURE_GLOBALS = [
  "fetch",
  "WebSocket",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "performance",
  "process",
  "crypto",
];
const IMPURE_PROPERTIES = [
  { object: "Date", property: "now" },
  { object: "Math", property: "random" },
];

/** gitignore-style: everything is forbidden, then what the row allows is taken out, then ways around are put back. */
function fence(row: ImportRow, more: readonly string[]): object {
  const ours = row.ours.flatMap((name) => [`!@wayfinder/${name}`, `!@wayfinder/${name}/**`]);
  const others = row.others === "any" ? [] : ["*", ...row.others.map((name) => `!${name}`), "!#web/**", "!./**", "!../**"];
  const group = [...others, ...more.map((name) => `!${name}`), "@wayfinder/*", "@wayfinder/*/**", ...ours];
  return {
    group: [...group, "../**/src/**", "../**/packages/**", "../**/apps/**"],
    message: `Not in the row of ${row.folder} in the import table (ARCHITECTURE.md).`,
  };
}

function rules(row: ImportRow, more: readonly string[]): object {
  return { "no-restricted-imports": ["error", { patterns: [fence(row, more)] }] };
}

const purity = {
  "no-restricted-globals": ["error", ...IMPURE_GLOBALS],
  "no-restricted-properties": ["error", ...IMPURE_PROPERTIES],
};

export default {
  plugins: ["typescript", "import", "node", "oxc", "unicorn"],
  categories: { correctness: "error" },
  options: { typeAware: true },
  rules: {
    "import/no-cycle": "error",
    "import/no-default-export": "error",
    "max-lines": ["error", { max: 300 }],
    "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
    "max-params": ["error", { max: 3 }],
    "no-console": "error",
    "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx", "hack"] }],
    "node/no-process-env": "error",
    "typescript/await-thenable": "error",
    "typescript/ban-ts-comment": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": [
      "error",
      { allowForKnownSafeCalls: [{ from: "package", package: "node:test", name: ["describe", "it", "suite", "test"] }] },
    ],
    "typescript/no-misused-promises": "error",
    "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
    // What follows is part of `correctness` and forbids things that are right here.
    "no-control-regex": "off",
    "typescript/no-base-to-string": "off",
    "typescript/no-misused-spread": "off",
    "typescript/require-array-sort-compare": "off",
    "typescript/unbound-method": "off",
    "unicorn/no-useless-spread": "off",
  },
  overrides: [
    ...IMPORT_TABLE.map((row) => ({ files: [`${row.folder}/**`], rules: rules(row, []) })),
    ...IMPORT_TABLE.filter((row) => row.pure).map((row) => ({ files: [`${row.folder}/src/**`], rules: purity })),
    // The one file that hands the browser's clock, chance and network in.
    {
      files: ["packages/client/src/browser-environment.ts"],
      rules: { "no-restricted-globals": "off", "no-restricted-properties": "off" },
    },
    {
      files: [...TEST_FILES, "e2e/**"],
      rules: {
        "max-lines-per-function": "off",
        "max-params": "off",
        "no-restricted-globals": "off",
        "no-restricted-properties": "off",
      },
    },
    ...IMPORT_TABLE.map((row) => ({
      files: TEST_FILES.map((files) => `${row.folder}/${files}`),
      rules: rules(row, TEST_MODULES),
    })),
    {
      files: ["apps/web/**", "packages/react/**"],
      plugins: ["typescript", "import", "node", "oxc", "unicorn", "react"],
      rules: {
        "react/exhaustive-deps": "error",
        "react/jsx-key": "error",
        "react/no-danger": "error",
        "react/rules-of-hooks": "error",
      },
    },
    // Figures that a person reads.
    { files: ["bench/**", "e2e/**"], rules: { "no-console": "off" } },
    // Where a framework or a tool demands it.
    {
      files: ["**/*.config.ts", "**/*.config.mjs", "apps/web/app/**", "apps/web/i18n/request.ts", "apps/web/proxy.ts"],
      rules: { "import/no-default-export": "off" },
    },
    // The environment is read in one place per process.
    {
      files: [
        "apps/server/main.ts",
        "apps/server/src/launcher/main.ts",
        "apps/web/config.ts",
        "apps/web/proxy.ts",
        "preview.mjs",
        "bench/**",
        "check/**",
        "eval/main.ts",
        "suite/**",
        "e2e/**",
      ],
      rules: { "node/no-process-env": "off" },
    },
  ],
};
