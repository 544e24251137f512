/** Heights and places in px, tops measured from the top of the scrolled content. */
export interface FollowGeometry {
  readonly scrollTop: number;
  readonly height: number;
  readonly stageTop: number;
  readonly rowTop: number;
  readonly rowHeight: number;
}

/** Room above the stage that is followed, in px. */
const ROOM_ABOVE = 8;
/** Below this distance from the lower edge a row fades out, in px (the mask of the map). */
const ROOM_BELOW = 40;

/** Where to scroll so that the row where the work is can be seen, with its stage's name if both fit; null when it is in view. */
export function followTop({ scrollTop, height, stageTop, rowTop, rowHeight }: FollowGeometry): number | null {
  const isInView = rowTop >= scrollTop + ROOM_ABOVE && rowTop + rowHeight <= scrollTop + height - ROOM_BELOW;
  if (isInView) return null;
  const fromStage = Math.max(0, stageTop - ROOM_ABOVE);
  if (rowTop + rowHeight <= fromStage + height - ROOM_BELOW) return fromStage;
  return Math.max(0, rowTop + rowHeight / 2 - height / 2);
}
