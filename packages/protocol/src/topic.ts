import { z } from "zod";
import { Id } from "./text.ts";

const Titled = z.object({ id: Id, title: z.string() });

/** A module of a topic: the concepts that are published, in the order of study, and how many are planned. */
export const TopicModule = Titled.extend({ concepts: z.array(Titled), planned: z.int().nonnegative() });
export type TopicModule = z.infer<typeof TopicModule>;

/** A domain that the built-in catalogue covers, as `GET /api/v1/topics` answers it. */
export const Topic = Titled.extend({ modules: z.array(TopicModule) });
export type Topic = z.infer<typeof Topic>;
