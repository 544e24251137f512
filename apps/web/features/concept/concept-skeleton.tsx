import { useTranslations } from "next-intl";
import { Loading } from "#web/ui/loading.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

/** The true layout of a concept, still empty. */
export function ConceptSkeleton() {
  const t = useTranslations("concept");
  return (
    <Loading
      label={t("loading")}
      className="grid justify-between gap-8 pt-8 pb-24 lg:grid-cols-[232px_minmax(0,1fr)] xl:grid-cols-[256px_minmax(0,680px)_272px] xl:gap-12"
    >
      <div className="hidden content-start gap-8 pt-10 lg:grid">
        {["w-3/4", "w-1/2", "w-2/3", "w-3/5", "w-1/2"].map((width, nth) => (
          <Skeleton key={nth} className={width} />
        ))}
      </div>
      <div className="grid content-start gap-5">
        <Skeleton className="w-48" />
        <Skeleton className="mb-6 h-9 w-3/5" />
        {["w-full", "w-11/12", "w-4/5", "w-full", "w-3/5"].map((width, nth) => (
          <Skeleton key={nth} className={width} />
        ))}
        <Skeleton className="mt-4 h-48 w-full rounded-card" />
      </div>
      <div className="hidden content-start gap-8 xl:grid">
        {["w-1/3", "w-3/4", "w-2/3", "w-1/2"].map((width) => (
          <Skeleton key={width} className={width} />
        ))}
      </div>
    </Loading>
  );
}
