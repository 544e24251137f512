"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { useApi } from "#web/features/api/api-provider.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

const GRID = "grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3";

/** The topics of the built-in catalogue; each leads to the form with itself as the goal. */
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
    <ul className={GRID}>
      {data.map(({ id, title }) => (
        <li key={id} className="border-t border-line">
          <Link
            href={{ pathname: "/app/new", query: { goal: title } }}
            className="group flex min-h-12 items-center justify-between gap-3 py-2.5 no-underline"
          >
            <span className="sr-only">{t("plan", { title })}</span>
            <span aria-hidden className="group-hover:underline">
              {title}
            </span>
            <Icon of={ArrowRight} size={16} className="text-ink-3" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function TopicSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label} className={GRID}>
      {["w-1/2", "w-2/3", "w-2/5", "w-3/5", "w-1/3", "w-1/2"].map((width, place) => (
        <div key={`${width}-${place}`} className="flex h-12 items-center border-t border-line">
          <Skeleton className={width} />
        </div>
      ))}
    </Loading>
  );
}
