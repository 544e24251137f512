/** The page of a roadmap. */
export const roadmapPath = (roadmap_id: string): string => `/app/roadmaps/${encodeURIComponent(roadmap_id)}`;

/** The page of a concept of a roadmap. */
export const conceptPath = (roadmap_id: string, concept_id: string): string =>
  `${roadmapPath(roadmap_id)}/concepts/${encodeURIComponent(concept_id)}`;
