import { z } from "zod";
import { Patch } from "./patch.ts";
import { Id, personText } from "./text.ts";

/** One change between two versions of a roadmap: `kind`, `target` and `id` for a program, `message` for a person. */
export const Difference = z.object({
  kind: z.enum(["added", "removed", "changed", "moved"]),
  target: z.enum(["roadmap", "stage", "module", "concept", "outcome", "plan"]),
  id: z.string(),
  message: z.string(),
});
export type Difference = z.infer<typeof Difference>;

export const ChangeStatus = z.enum(["proposed", "applied", "rejected", "undone"]);
export type ChangeStatus = z.infer<typeof ChangeStatus>;

/** A change of a finished roadmap asked for in words, with what it would do; nothing happens before it is applied (PR8). */
export const Change = z.object({
  change_id: Id,
  roadmap_id: Id,
  task_id: Id,
  request: z.string(),
  summary: z.string(),
  status: ChangeStatus,
  base_version: z.int().positive(),
  /** What differs from the roadmap as it is now; for an applied change, from the version it was applied to. */
  differences: z.array(Difference),
  /** Why it cannot be applied to the roadmap as it is now, in words. */
  findings: z.array(z.string()),
  undoable: z.boolean(),
  created_at: z.string(),
});
export type Change = z.infer<typeof Change>;

/** The body of `POST /api/v1/roadmaps/{id}/changes`. */
export const ChangeRequest = z.strictObject({ request: personText(1, 4000), version: z.int().positive() });
export type ChangeRequest = z.infer<typeof ChangeRequest>;

/** The body of `POST /api/v1/roadmaps/{id}/edits`: a patch made by hand, on the version it was made for. */
export const EditRequest = z.strictObject({ patch: Patch.min(1), version: z.int().positive() });
export type EditRequest = z.infer<typeof EditRequest>;

/** The body of `POST …/concepts/{concept_id}/{kind}/regenerate`. */
export const RegenerateRequest = z.strictObject({ instruction: personText(0, 2000).optional() });
export type RegenerateRequest = z.infer<typeof RegenerateRequest>;

/** The body of `POST /api/v1/tasks/{id}/correct`: what was understood wrongly; a new task begins with it. */
export const CorrectRequest = z.strictObject({ correction: personText(1, 2000) });
export type CorrectRequest = z.infer<typeof CorrectRequest>;

/** One version of a tutorial, resource list or quiz, without keys. */
export const ContentVersionView = z.object({
  version: z.int().positive(),
  current: z.boolean(),
  created_at: z.string(),
  /** The tutorial's text, or the resources and questions as plain lines, for reading and comparing. */
  text: z.string(),
});
export type ContentVersionView = z.infer<typeof ContentVersionView>;
