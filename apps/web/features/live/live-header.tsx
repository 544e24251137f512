"use client";

import type { ConnectionState } from "@wayfinder/client";
import type { Roadmap, Task } from "@wayfinder/protocol";
import type { Snapshot } from "@wayfinder/protocol/fold";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { LIVE_TITLE_ID } from "#web/features/review/live-title-id.ts";
import { roadmapPath } from "#web/features/roadmap/paths.ts";
import { isFinal } from "#web/features/tasks/is-final.ts";
import { classNames } from "#web/ui/class-names.ts";
import { CancelButton } from "./cancel-button.tsx";
import { liveHeading } from "./live-heading.ts";
import { canPause } from "./pause.ts";
import { PauseButton } from "./pause-button.tsx";
import { type ConnectionWord, connectionWord } from "./connection-view.ts";

interface LiveHeaderProps {
  taskId: string;
  connection: ConnectionState;
  snapshot: Snapshot;
  task: Task | undefined;
  lang: string;
  /** What a later task is for, in a line, and the roadmap it works on; null for one that makes a roadmap. */
  later: { readonly title: string; readonly roadmap: Roadmap | undefined } | null;
}

/** What is going on, for which goal or roadmap, whether the page is live, and the way to stop it. */
export function LiveHeader({ taskId, connection, snapshot, task, lang, later }: LiveHeaderProps) {
  const t = useTranslations("live");
  return (
    <header className="wrap grid items-center gap-x-6 gap-y-3 pt-5 pb-5 md:grid-cols-[minmax(0,1fr)_auto] md:pt-6">
      <div className="min-w-0">
        {later ? (
          <h1 tabIndex={-1} className="line-clamp-2 text-28 break-words focus:outline-none">
            {later.title}
          </h1>
        ) : (
          <h1 id={LIVE_TITLE_ID} tabIndex={-1} className="text-28 outline-none">
            {t(`heading.${liveHeading(snapshot)}`)}
          </h1>
        )}
        {later ? <RoadmapLine roadmap={later.roadmap} lang={lang} /> : <GoalLine goal={task?.goal} lang={lang} />}
      </div>
      <div className="flex min-h-11 flex-wrap items-center gap-2">
        <ConnectionBadge word={connectionWord(connection)} />
        {canPause(snapshot) && task?.source === "model" && <PauseButton taskId={taskId} />}
        {!isFinal(snapshot.status) && <CancelButton taskId={taskId} />}
      </div>
    </header>
  );
}

function GoalLine({ goal, lang }: { goal: string | undefined; lang: string }) {
  const t = useTranslations("live");
  // the line is there before its words, so that nothing below moves when they come
  if (!goal) return <p>&nbsp;</p>;
  return (
    <p className="line-clamp-2 break-words text-ink-2" lang={lang}>
      {t("goal", { goal })}
    </p>
  );
}

/** The way to the roadmap that a later task works on. */
function RoadmapLine({ roadmap, lang }: { roadmap: Roadmap | undefined; lang: string }) {
  const t = useTranslations("live");
  if (!roadmap) return <p>&nbsp;</p>;
  return (
    <p className="break-words text-ink-2">
      {t.rich("roadmap", {
        title: () => (
          <Link href={roadmapPath(roadmap.roadmap_id)} lang={lang} className="underline">
            {roadmap.title}
          </Link>
        ),
      })}
    </p>
  );
}

const DOTS: Readonly<Record<ConnectionWord, string>> = {
  connecting: "bg-edge",
  catching_up: "bg-edge",
  live: "bg-done",
  reconnecting: "bg-warn",
  offline: "bg-warn",
  gave_up: "bg-warn",
  ended: "bg-edge",
  stopped: "bg-bad",
};

function ConnectionBadge({ word }: { word: ConnectionWord }) {
  const t = useTranslations("live.connection");
  return (
    <span role="status" className="mr-2 inline-flex items-center gap-2 text-13 text-ink-3 max-md:mr-auto">
      <i aria-hidden className={classNames("size-2 rounded-full", DOTS[word])} />
      {t(word)}
    </span>
  );
}
