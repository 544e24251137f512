import type { Catalogue } from "@wayfinder/catalogue";
import type { Store } from "@wayfinder/engine";
import type { RoadmapWorkflow } from "@wayfinder/pipeline";
import type { Config } from "../config.ts";
import type { Metrics } from "../metrics.ts";
import type { ModelService } from "../models/model-service.ts";
import type { Overload } from "../realtime/overload.ts";
import type { Access } from "./access.ts";
import type { Streams } from "./streams.ts";
import type { WaitingPolls } from "./waiting-polls.ts";

/** What the routes work with, handed in by the composition root. */
export interface HttpContext {
  readonly config: Config;
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly workflow: RoadmapWorkflow;
  readonly models: ModelService;
  readonly access: Access;
  readonly metrics: Metrics;
  readonly streams: Streams;
  readonly polls: WaitingPolls;
  readonly overload: Pick<Overload, "refuses">;
  /** A clock that never goes back, ms. */
  readonly uptime: () => number;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Why the server cannot serve now, or null. */
  readonly notReady: () => Promise<string | null>;
}
