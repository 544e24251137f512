import { useTranslations } from "next-intl";
import { Loading } from "#web/ui/loading.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { CARD, CARD_GRID } from "./figure-card.tsx";

/** The page's true layout before its first figures. */
export function OperationsSkeleton() {
  const t = useTranslations("operations");
  return (
    <Loading label={t("loading")}>
      <Skeleton className="mb-6 h-4 w-3/5 max-w-[420px]" />
      <div className={CARD_GRID}>
        {Array.from({ length: 8 }, (_, i) => (
          <div key={i} className={CARD}>
            <Skeleton className="w-24" />
            <Skeleton className="mt-4 h-6 w-16" />
            <Skeleton className="mt-8 h-1 w-full" />
          </div>
        ))}
      </div>
    </Loading>
  );
}
