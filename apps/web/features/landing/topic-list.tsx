"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useApi } from "#web/features/api/api-provider.tsx";
import { Button } from "#web/ui/button.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TopicCard } from "./topic-card.tsx";

const GRID = "grid gap-x-8 gap-y-10 md:grid-cols-2 lg:grid-cols-3";

/** The topics of the built-in catalogue, as far as they are written. */
export function TopicList() {
  const t = useTranslations("landing.topics");
  const states = useTranslations("states");
  const language = useLocale();
  const { api } = useApi();
  const { data, isError, refetch } = useQuery({
    queryKey: ["topics", language],
    queryFn: () => api.topics(language),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (isError && !data) {
    return (
      <div role="alert" className="flex flex-wrap items-center gap-4 border-t border-line pt-5">
        <p className="text-ink-2">{t("failed")}</p>
        <Button onClick={() => void refetch()}>{states("retry")}</Button>
      </div>
    );
  }
  if (!data) return <TopicSkeleton label={t("loading")} />;
  if (data.length === 0) return <p className="border-t border-line pt-5 text-ink-2">{t("empty")}</p>;
  return (
    <div className={GRID}>
      {data.map((topic) => (
        <TopicCard key={topic.id} topic={topic} />
      ))}
    </div>
  );
}

function TopicSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label} className={GRID}>
      {["first", "second", "third"].map((column) => (
        <div key={column}>
          <Skeleton className="h-4 w-3/5" />
          <Skeleton className="mt-3 mb-4 w-2/5" />
          {["w-1/2", "w-2/3", "w-2/5", "w-3/5"].map((width) => (
            <div key={width} className="flex h-12 items-center border-t border-line">
              <Skeleton className={width} />
            </div>
          ))}
        </div>
      ))}
    </Loading>
  );
}
