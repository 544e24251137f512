import { classNames } from "#web/ui/class-names.ts";
import { Skeleton } from "#web/ui/skeleton.tsx";

const ROWS = { left: ["w-3/4", "w-3/5", "w-1/2"], right: ["w-3/4", "w-3/5", "w-2/3"] };

/** A stage of the map, still empty: two cards and the trail ahead between them. */
export function MapSkeleton() {
  return (
    <div className="grid md:grid-cols-[minmax(0,1fr)_96px_minmax(0,1fr)]">
      <CardSkeleton rows={ROWS.left} />
      <span className="trail-ahead-y hidden justify-self-center md:block" />
      <CardSkeleton rows={ROWS.right} className="max-md:mt-4" />
    </div>
  );
}

function CardSkeleton({ rows, className }: { rows: readonly string[]; className?: string }) {
  return (
    <div className={classNames("grid gap-8 rounded-card border border-line p-4 pb-5", className)}>
      <Skeleton className="w-2/5" />
      {rows.map((width) => (
        <Skeleton key={width} className={width} />
      ))}
    </div>
  );
}
