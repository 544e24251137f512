import { useTranslations } from "next-intl";
import { Loading } from "#web/ui/loading.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

/** The true layout of the settings, still empty. */
export function SettingsSkeleton() {
  const t = useTranslations("settings");
  return (
    <Loading label={t("loading")}>
      {["w-1/2", "w-3/5", "w-2/5"].map((width) => (
        <div key={width} className="grid gap-x-8 gap-y-4 border-t border-line pt-8 pb-10 md:grid-cols-[176px_minmax(0,1fr)]">
          <Skeleton className="w-24" />
          <div className="grid gap-5">
            <Skeleton className={width} />
            <Skeleton className="w-11/12" />
            <Skeleton className="h-11 w-full rounded-card" />
          </div>
        </div>
      ))}
    </Loading>
  );
}
