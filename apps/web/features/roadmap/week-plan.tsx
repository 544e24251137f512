"use client";

import type { Roadmap } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { useLayoutEffect, useMemo, useRef } from "react";
import { localDay } from "#web/features/day/day.ts";
import { useDay } from "#web/features/day/use-day.ts";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { classNames } from "#web/ui/class-names.ts";
import { PlanVerdict } from "./plan-verdict.tsx";
import { planWork } from "./plan-work.ts";
import type { RoadmapIndex } from "./roadmap-index.ts";
import { type WeekColumn, type WeekSegment, weekStrip } from "./week-strip.ts";

/** Room to the left of the current week when the strip is scrolled to it, in px. */
const SCROLL_ROOM = 16;

/** The plan by weeks, how long it takes, and whether it fits. */
export function WeekPlan({ roadmap, index }: { roadmap: Roadmap; index: RoadmapIndex }) {
  const t = useTranslations("roadmap.plan");
  const duration = useDuration();
  const { plan } = roadmap;
  const columns = useMemo(() => weekStrip(plan, localDay(new Date())), [plan]);
  const { learning, reviews } = planWork(plan);
  const hasReviews = reviews > 0;
  return (
    <section aria-label={t("label")} className="mt-5 border-y border-line py-3 max-md:-mx-4 md:mt-7 md:py-4">
      <Weeks columns={columns} next={index.next} />
      <p className="mx-4 mt-2.5 flex flex-wrap items-center gap-x-5 gap-y-1 text-13 text-ink-3 md:mx-2.5">
        <span>
          <span className="font-medium text-ink-2">
            {hasReviews
              ? t("total", { learning: duration(learning), reviews: duration(reviews) })
              : t("learning", { learning: duration(learning) })}
          </span>{" "}
          {t("pace", { weeks: plan.weeks.length, hours: duration(plan.hours_per_week) })}
        </span>
        {hasReviews && (
          <span>
            <i className="mr-[7px] inline-block h-2 w-3.5 rounded-[2px] hatch" />
            {t("reviews")}
          </span>
        )}
      </p>
      <PlanVerdict plan={plan} index={index} roadmap={roadmap} />
    </section>
  );
}

function Weeks({ columns, next }: { columns: readonly WeekColumn[]; next: string | undefined }) {
  const t = useTranslations("roadmap.plan");
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    const current = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (list.current && current) list.current.scrollLeft = current.offsetLeft - list.current.offsetLeft - SCROLL_ROOM;
  }, []);
  return (
    <ol
      ref={list}
      tabIndex={0}
      aria-label={t("weeks")}
      className="relative grid auto-cols-[minmax(112px,1fr)] grid-flow-col gap-1 overflow-x-auto max-md:px-4"
    >
      {columns.map((column) => (
        <WeekItem key={column.week} column={column} next={next} />
      ))}
    </ol>
  );
}

function WeekItem({ column, next }: { column: WeekColumn; next: string | undefined }) {
  const t = useTranslations("roadmap.plan");
  const day = useDay();
  const duration = useDuration();
  const isNow = column.time === "now";
  return (
    <li
      aria-current={isNow ? "date" : undefined}
      className={classNames(
        "grid snap-start gap-0.5 rounded-card px-2.5 pt-2.5 pb-2 text-13",
        isNow ? "bg-accent-soft text-accent-ink" : "text-ink-3",
      )}
    >
      <span className={classNames("font-[550]", !isNow && "text-ink-2")}>{t("week", { week: column.week })}</span>
      <span>{column.starts_on ? day(column.starts_on) : "\u00a0"}</span>
      <span aria-hidden className="mt-1.5 mb-1 flex h-2 gap-0.5">
        {column.segments.map((segment, nth) => (
          <i
            // Segments have no name of their own: a concept may come twice in a week.
            key={nth}
            className={classNames("min-w-0.5 rounded-[2px]", segmentLook(segment, { isNow, next }))}
            style={{ flexGrow: segment.hours, flexBasis: 0 }}
          />
        ))}
      </span>
      <span>{isNow ? t("now") : column.concepts > 0 ? t("concepts", { count: column.concepts }) : t("only_reviews")}</span>
      <span className="sr-only">{duration(column.hours)}</span>
    </li>
  );
}

function segmentLook({ kind, concept_id }: WeekSegment, { isNow, next }: { isNow: boolean; next: string | undefined }): string {
  if (kind === "free") return "";
  if (kind === "review") return "hatch";
  if (isNow) return concept_id === next ? "bg-accent" : "bg-accent/30";
  return "bg-line";
}
