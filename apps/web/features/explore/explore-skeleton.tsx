import { Loading } from "#web/ui/loading.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

/** The true layout of the domains, still empty. */
export function ExploreSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label} className="grid gap-4 lg:grid-cols-3">
      {["first", "second", "third"].map((card) => (
        <div key={card} className="rounded-panel border border-line bg-surface p-6">
          <Skeleton className="h-5 w-4/5" />
          <Skeleton className="mt-4 w-3/5" />
          <div className="mt-9 grid gap-5">
            {["w-full", "w-11/12", "w-4/5", "w-5/6", "w-3/5"].map((width) => (
              <Skeleton key={width} className={width} />
            ))}
          </div>
          <Skeleton className="mt-9 h-11 w-36 rounded-card" />
        </div>
      ))}
    </Loading>
  );
}
