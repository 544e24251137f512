/** The page that shows a concept's file while it is written; without one, the list of files. */
export const previewPath = (concept_id?: string): string =>
  concept_id === undefined ? "/app/explore/preview" : `/app/explore/preview/${encodeURIComponent(concept_id)}`;
