import { useTranslations } from "next-intl";
import { Loading } from "#web/ui/loading.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

const COLUMNS = [5, 3, 5, 4, 5, 2];

/** The true layout of a domain's map, still empty. */
export function DomainSkeleton() {
  const t = useTranslations("explore");
  return (
    <Loading label={t("loading_domain")} className="pt-8 pb-16">
      <Skeleton className="w-28" />
      <Skeleton className="mt-6 h-7 w-3/5 max-w-[520px]" />
      <Skeleton className="mt-4 w-2/5 max-w-[340px]" />
      <div className="mt-14 grid gap-9 md:grid-cols-3 xl:grid-cols-6">
        {COLUMNS.map((cards, nth) => (
          <div key={nth} className={nth > 2 ? "hidden content-start gap-6 xl:grid" : "grid content-start gap-6"}>
            <Skeleton className="mb-6 w-3/4" />
            {Array.from({ length: cards }, (_, row) => (
              <div key={row} className="h-24 rounded-card border border-line bg-surface p-3">
                <Skeleton className="mt-1 w-4/5" />
                <Skeleton className="mt-9 w-2/5" />
              </div>
            ))}
          </div>
        ))}
      </div>
    </Loading>
  );
}
