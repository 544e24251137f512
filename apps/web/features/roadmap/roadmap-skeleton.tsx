import { useTranslations } from "next-intl";
import { MapSkeleton } from "#web/features/spine/map-skeleton.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

/** The true layout of a roadmap, still empty. */
export function RoadmapSkeleton() {
  const t = useTranslations("roadmap");
  return (
    <Loading label={t("loading")} className="pt-6 md:pt-9">
      <Skeleton className="h-7 w-3/5 max-w-[520px]" />
      <Skeleton className="mt-4 w-2/5 max-w-[340px]" />
      <div className="mt-7 grid grid-cols-3 gap-4 border-y border-line py-6 md:grid-cols-6">
        {["a", "b", "c", "d", "e", "f"].map((week, nth) => (
          <div key={week} className={nth > 2 ? "hidden gap-3 md:grid" : "grid gap-3"}>
            <Skeleton className="w-3/5" />
            <Skeleton className="h-2 w-11/12" />
          </div>
        ))}
      </div>
      <div className="mt-8 max-w-[960px]">
        <MapSkeleton />
      </div>
    </Loading>
  );
}
