/** One row of ARCHITECTURE.md's import table: what the production sources of a folder may import and touch. */
export interface ImportRow {
  /** Folder from the root. */
  readonly folder: string;
  /** Packages of ours it may import. Everything else of ours is forbidden. */
  readonly ours: readonly string[];
  /**
   * Whose code it may import beside ours: only the packages (and Node modules) named, or `any` where the row's
   * freedom is a whole platform. What is not in the package's own package.json is forbidden in either case.
   */
  readonly others: readonly string[] | "any";
  /** Functions that bring the clock, chance or I/O in without an import; a pure folder gets them handed in. */
  readonly pure: boolean;
}

const NODE_NETWORK = ["node:dns", "node:http", "node:https", "node:net", "node:stream"];
const NODE_DISK = ["node:fs", "node:fs/promises", "node:path", "node:url"];

/** The import table. Rows of packages that do not exist yet are added with the package. */
export const IMPORT_TABLE: readonly ImportRow[] = [
  { folder: "packages/protocol", ours: [], others: ["zod"], pure: true },
  { folder: "packages/roadmap", ours: ["protocol"], others: [], pure: true },
  {
    folder: "packages/catalogue",
    ours: ["protocol", "roadmap"],
    others: [...NODE_DISK, "minisearch", "yaml", "zod"],
    pure: true,
  },
  { folder: "packages/engine", ours: ["protocol"], others: [], pure: true },
  { folder: "packages/client", ours: ["protocol"], others: [], pure: true },
  {
    folder: "packages/pipeline",
    ours: ["protocol", "roadmap", "engine", "catalogue"],
    others: ["zod"],
    pure: true,
  },
  {
    folder: "packages/llm",
    ours: ["pipeline"],
    others: ["ai", "@ai-sdk/openai-compatible", "@ai-sdk/anthropic", "@ai-sdk/google", ...NODE_NETWORK],
    pure: false,
  },
  { folder: "packages/store", ours: ["protocol", "engine"], others: "any", pure: false },
  { folder: "packages/react", ours: ["protocol", "client"], others: ["react"], pure: false },
  {
    folder: "apps/server",
    ours: ["protocol", "roadmap", "catalogue", "engine", "pipeline", "llm", "store"],
    others: "any",
    pure: false,
  },
  { folder: "apps/web", ours: ["protocol", "roadmap", "client", "react"], others: "any", pure: false },
];

/** What tests and contract suites may import beside their row: they read fixtures, run, and talk to models that are none. */
export const TEST_MODULES: readonly string[] = ["node:*", "node:*/**", "fast-check", "@copilotkit/aimock"];
