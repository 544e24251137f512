"use client";

import { Plus, WifiOff } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { NothingYet } from "#web/features/states/nothing-yet.tsx";
import { ChineseFont } from "#web/ui/chinese-font.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { StatusBar } from "#web/ui/status-bar.tsx";
import type { Listing } from "./listing.ts";
import { RoadmapRow } from "./roadmap-row.tsx";
import { TaskRow } from "./task-row.tsx";
import { useListing } from "./use-listing.ts";

/** The caller's roadmaps and the tasks that are making some. */
export function RoadmapList({ title }: { title: string }) {
  const t = useTranslations("roadmaps");
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1 className="text-28 leading-[34px] md:text-34">{title}</h1>
        <LinkButton href="/app/new">
          <Icon of={Plus} size={16} />
          {t("new")}
        </LinkButton>
      </div>
      <div className="mt-8">
        <Content />
      </div>
    </>
  );
}

function Content() {
  const t = useTranslations("roadmaps");
  const { listing, error, retry } = useListing();
  if (!listing) return error ? <LoadFailure error={error} onRetry={retry} /> : <ListSkeleton />;
  const isEmpty = listing.tasks.length + listing.roadmaps.length === 0;
  return (
    <>
      {error && (
        <StatusBar icon={<Icon of={WifiOff} size={16} />} className="mb-6 rounded-card">
          {t("stale")}
        </StatusBar>
      )}
      {isEmpty ? <EmptyList /> : <Rows listing={listing} />}
    </>
  );
}

function Rows({ listing }: { listing: Listing }) {
  const t = useTranslations("roadmaps");
  const isEnglish = useLocale() === "en";
  const hasChinese = [...listing.tasks, ...listing.roadmaps].some(({ language }) => language === "zh");
  const isMixed = listing.tasks.length > 0 && listing.roadmaps.length > 0;
  return (
    <div className="grid gap-10">
      {isEnglish && hasChinese && <ChineseFont />}
      {listing.tasks.length > 0 && (
        <Group title={t("running")} titled={isMixed}>
          {listing.tasks.map((task) => (
            <TaskRow key={task.task_id} task={task} />
          ))}
        </Group>
      )}
      {listing.roadmaps.length > 0 && (
        <Group title={t("finished")} titled={isMixed}>
          {listing.roadmaps.map((roadmap) => (
            <RoadmapRow key={roadmap.roadmap_id} roadmap={roadmap} />
          ))}
        </Group>
      )}
    </div>
  );
}

interface GroupProps {
  title: string;
  /** Whether the title is shown; a group alone needs none. */
  titled: boolean;
  children: ReactNode;
}

function Group({ title, titled, children }: GroupProps) {
  return (
    <section aria-label={title}>
      <h2 className={titled ? "mb-2 text-17 tracking-[-0.015em]" : "sr-only"}>{title}</h2>
      <ul className="border-b border-line">{children}</ul>
    </section>
  );
}

function EmptyList() {
  const t = useTranslations("roadmaps.empty");
  return <NothingYet title={t("title")} text={t("text")} action={t("action")} />;
}

function ListSkeleton() {
  const t = useTranslations("roadmaps");
  return (
    <Loading label={t("loading")}>
      <Skeleton className="mb-4 h-4 w-24" />
      {["w-3/5", "w-2/5", "w-1/2"].map((width) => (
        <div key={width} className="grid gap-3 border-t border-line py-5">
          <Skeleton className={`h-4 ${width}`} />
          <Skeleton className="w-40" />
        </div>
      ))}
    </Loading>
  );
}
