/** The unit whose text is the outline itself: an attempt at it begins it anew. */
export const OUTLINE_UNIT = "outline";
