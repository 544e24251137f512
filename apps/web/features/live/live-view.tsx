"use client";

import type { Task } from "@wayfinder/protocol";
import type { RoadmapGeneration } from "@wayfinder/react";
import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { ReviewBar } from "#web/features/review/review-bar.tsx";
import { ReviewProvider } from "#web/features/review/review-context.tsx";
import { ReviewPanel } from "#web/features/review/review-panel.tsx";
import { isFinal } from "#web/features/tasks/is-final.ts";
import { HTML_LANG } from "#web/i18n/language.ts";
import { ChineseFont } from "#web/ui/chinese-font.tsx";
import { DocumentTitle } from "#web/ui/document-title.tsx";
import { Announcer } from "./announcer.tsx";
import { CheckPanel } from "./check-panel.tsx";
import { ConnectionBars } from "./connection-bars.tsx";
import { isEndedEarly } from "./is-ended-early.ts";
import { LiveHeader } from "./live-header.tsx";
import { liveHeading } from "./live-heading.ts";
import { LiveMain } from "./live-main.tsx";
import { Outcome } from "./outcome.tsx";
import { PausedBar } from "./paused-bar.tsx";
import { PipelinePanel } from "./pipeline-panel.tsx";
import { Timeline } from "./timeline-panel.tsx";
import { useDrawn } from "./use-drawn.ts";
import { useFlow } from "./use-flow.ts";
import { useKeptFocus } from "./use-kept-focus.ts";
import { usePurposeTitle } from "./use-purpose-title.ts";
import { WishOutcome } from "./wish-outcome.tsx";
import "./live.css";

interface LiveViewProps {
  taskId: string;
  channel: RoadmapGeneration;
  task: Task | undefined;
}

/** A task at work: the map as it grows or stands, the text as it is written, and beside them how far it is. */
export function LiveView({ taskId, channel, task }: LiveViewProps) {
  const t = useTranslations("live");
  const locale = useLocale();
  const { connection, snapshot, timeline, earlier, retry } = channel;
  const drawn = useDrawn(snapshot, task);
  const { purpose, roadmap } = drawn;
  const title = usePurposeTitle({ purpose, roadmap, task });
  const language = task?.language ?? locale;
  const lang = HTML_LANG[language];
  const asked = { purpose, review: task?.review === true };
  const heading = liveHeading(snapshot);
  const flows = useFlow(snapshot.status, connection);
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page, heading);
  const later = purpose && title !== null ? { purpose, title, roadmap } : null;
  // what is asked for later comes from a model, whatever the roadmap came from
  const source = purpose === null || purpose.kind === "missing" ? task?.source : undefined;
  return (
    <ReviewProvider taskId={taskId} snapshot={snapshot} source={task?.source}>
      <div ref={page} className="live" data-flows={flows} data-whole={flows || isFinal(snapshot.status)}>
        <DocumentTitle>
          {title === null ? t(`heading.${heading}`) : heading === "paused" ? t("paused.title", { title }) : title}
        </DocumentTitle>
        {locale === "en" && language === "zh" && <ChineseFont />}
        <LiveHeader taskId={taskId} connection={connection} snapshot={snapshot} task={task} lang={lang} later={later} />
        <div className="wrap">
          <ConnectionBars connection={connection} onRetry={retry} />
          <PausedBar taskId={taskId} snapshot={snapshot} events={timeline} lang={lang} />
          {purpose?.kind === "rewrite" || purpose?.kind === "change" ? (
            roadmap && <WishOutcome snapshot={snapshot} wish={purpose} roadmap={roadmap} />
          ) : isEndedEarly(snapshot) && !purpose ? null : (
            <Outcome taskId={taskId} snapshot={drawn.snapshot} />
          )}
          <ReviewPanel taskId={taskId} snapshot={snapshot} lang={lang} />
        </div>
        <div className="live-columns wrap">
          <LiveMain taskId={taskId} drawn={drawn} source={task?.source} title={title} lang={lang} />
          <aside className="live-side" aria-label={t("progress.label")}>
            <PipelinePanel snapshot={snapshot} asked={asked} source={source} />
            <CheckPanel snapshot={snapshot} lang={lang} />
            <Timeline events={timeline} earlier={earlier} stages={drawn.snapshot.stages} lang={lang} />
            {!isFinal(snapshot.status) && <p className="px-1 text-13 text-ink-3 md:px-5">{t("leave")}</p>}
          </aside>
        </div>
        <ReviewBar />
        <Announcer snapshot={snapshot} asked={asked} />
      </div>
    </ReviewProvider>
  );
}
