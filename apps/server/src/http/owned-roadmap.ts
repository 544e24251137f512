import type { RoadmapRecord } from "@wayfinder/engine";
import { ProblemError, SOCKET_ID, type Roadmap } from "@wayfinder/protocol";
import type { FastifyRequest } from "fastify";
import type { HttpContext } from "./context.ts";
import { findConcept } from "./roadmap-view.ts";

/** A roadmap of the asker's own: 404 when there is none, 403 when it is somebody else's. */
export async function requireRoadmap({ store }: HttpContext, request: FastifyRequest, user_id: string): Promise<RoadmapRecord> {
  const { roadmap_id } = request.params as { roadmap_id: string };
  const record = SOCKET_ID.test(roadmap_id) ? await store.getRoadmap({ roadmap_id }) : null;
  if (!record) throw new ProblemError("roadmap_not_found", "There is no such roadmap.");
  if (record.user_id !== user_id) throw new ProblemError("not_yours", "This roadmap belongs to somebody else.");
  return record;
}

/** A concept of the roadmap with its place. Throws concept_not_found. */
export function requireConcept(roadmap: Roadmap, concept_id: string) {
  const found = findConcept(roadmap, concept_id);
  if (!found) throw new ProblemError("concept_not_found", "There is no such concept in this roadmap.");
  return found;
}
