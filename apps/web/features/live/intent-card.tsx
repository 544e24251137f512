"use client";

import type { Intent } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDurationRange } from "#web/features/duration/use-duration-range.ts";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { InlineCode } from "#web/features/prose/inline-code.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Tag } from "#web/ui/tag.tsx";

interface IntentCardProps {
  intent: Intent | undefined;
  lang: string;
  /** The way to say what was understood wrongly, where there is one. */
  correction?: ReactNode;
}

/** What was understood of the goal, with what was assumed and what is left out. */
export function IntentCard({ intent, lang, correction }: IntentCardProps) {
  const t = useTranslations("live.intent");
  const duration = useDuration();
  const durationRange = useDurationRange();
  if (!intent) return <Pending />;
  const { low, likely, high } = intent.hours;
  return (
    <div
      tabIndex={0}
      role="group"
      aria-label={t("goal")}
      className="min-h-0 overflow-y-auto px-4 pt-4 pb-[18px] focus-visible:-outline-offset-2 md:px-5"
    >
      <p lang={lang} className="text-17 font-[550] tracking-17 break-words">
        {intent.parsed_goal}
      </p>
      <p className="mt-2 flex flex-wrap items-center gap-2 text-13 text-ink-2">
        <Tag>{t(`path.${intent.path_type}`)}</Tag>
        <Tag>{t(`difficulty.${intent.difficulty}`)}</Tag>
        {t("hours", { range: durationRange(low, high), likely: duration(likely) })}
      </p>
      {intent.profile_summary && (
        <p lang={lang} className="mt-3 text-ink-2">
          {intent.profile_summary}
        </p>
      )}
      <div className="mt-4 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <Points title={t("assumptions")} points={intent.assumptions} lang={lang} />
        <Points title={t("notes")} points={intent.suggestions} lang={lang} />
        <Points title={t("known")} points={intent.known.map(({ title }) => title)} lang={lang} />
        <Points title={t("gaps")} points={intent.skill_gaps} lang={lang} />
        <Points title={t("focus")} points={intent.focus} lang={lang} />
        <Points title={t("technologies")} points={intent.key_technologies} lang={lang} />
      </div>
      {correction}
    </div>
  );
}

function Points({ title, points, lang }: { title: string; points: readonly string[]; lang: string }) {
  if (points.length === 0) return null;
  return (
    <section>
      <h3 className="text-13 font-[550] tracking-normal text-ink-2">{title}</h3>
      <ul lang={lang} className="mt-1 grid gap-1">
        {points.map((point) => (
          <li
            key={point}
            className="relative pl-4 leading-[22px] break-words before:absolute before:top-[9px] before:left-0.5 before:size-[5px] before:rounded-full before:bg-edge"
          >
            <InlineCode>{point}</InlineCode>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Pending() {
  const t = useTranslations("live.intent");
  return (
    <div className="grid gap-4 px-4 py-5 md:px-5">
      <p className="text-13 text-ink-3">{t("pending")}</p>
      <Skeleton className="w-3/5" />
      <Skeleton className="w-2/5" />
      <Skeleton className="w-1/2" />
    </div>
  );
}
