"use client";

import type { Task } from "@wayfinder/protocol";
import type { RoadmapGeneration } from "@wayfinder/react";
import { useLocale, useTranslations } from "next-intl";
import { ReviewProvider } from "#web/features/review/review-context.tsx";
import { ReviewPanel } from "#web/features/review/review-panel.tsx";
import { HTML_LANG } from "#web/i18n/language.ts";
import { ChineseFont } from "#web/ui/chinese-font.tsx";
import { DocumentTitle } from "#web/ui/document-title.tsx";
import { Announcer } from "./announcer.tsx";
import { CheckPanel } from "./check-panel.tsx";
import { ConnectionBars } from "./connection-bars.tsx";
import { LiveHeader } from "./live-header.tsx";
import { LiveMap } from "./live-map.tsx";
import { Outcome } from "./outcome.tsx";
import { PausedBar } from "./paused-bar.tsx";
import { PipelinePanel } from "./pipeline-panel.tsx";
import { TextPanel } from "./text-panel.tsx";
import { Timeline } from "./timeline-panel.tsx";
import "./live.css";

interface LiveViewProps {
  taskId: string;
  channel: RoadmapGeneration;
  task: Task | undefined;
}

/** A task at work: the map as it grows, the text as it is written, and beside them how far it is. */
export function LiveView({ taskId, channel, task }: LiveViewProps) {
  const t = useTranslations("live");
  const locale = useLocale();
  const { connection, snapshot, timeline, earlier, retry } = channel;
  const language = task?.language ?? locale;
  const lang = HTML_LANG[language];
  return (
    <ReviewProvider snapshot={snapshot} source={task?.source}>
      <div className="live" data-asked={snapshot.status === "waiting_for_review"}>
        <DocumentTitle>{t(`heading.${snapshot.status}`)}</DocumentTitle>
        {locale === "en" && language === "zh" && <ChineseFont />}
        <LiveHeader taskId={taskId} connection={connection} snapshot={snapshot} task={task} lang={lang} />
        <div className="wrap">
          <ConnectionBars connection={connection} onRetry={retry} />
          <PausedBar taskId={taskId} snapshot={snapshot} events={timeline} />
          <Outcome taskId={taskId} snapshot={snapshot} />
          <ReviewPanel taskId={taskId} snapshot={snapshot} lang={lang} />
        </div>
        <div className="live-columns wrap">
          <div className="live-main">
            <LiveMap
              lang={lang}
              status={snapshot.status}
              steps={snapshot.steps}
              stages={snapshot.stages}
              units={snapshot.units}
            />
            <TextPanel taskId={taskId} snapshot={snapshot} source={task?.source} lang={lang} />
          </div>
          <aside className="live-side" aria-label={t("progress.label")}>
            <PipelinePanel snapshot={snapshot} source={task?.source} />
            <CheckPanel snapshot={snapshot} lang={lang} />
            <Timeline events={timeline} earlier={earlier} stages={snapshot.stages} lang={lang} />
            <p className="px-1 text-13 text-ink-3 md:px-5">{t("leave")}</p>
          </aside>
        </div>
        <Announcer snapshot={snapshot} />
      </div>
    </ReviewProvider>
  );
}
