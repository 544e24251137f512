import type { RoadmapSource } from "@wayfinder/protocol";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { EndedEarly } from "./ended-early.tsx";
import { isEndedEarly } from "./is-ended-early.ts";
import { LiveMap } from "./live-map.tsx";
import { TextPanel } from "./text-panel.tsx";
import type { Drawn } from "./use-drawn.ts";

interface LiveMainProps {
  taskId: string;
  drawn: Drawn;
  source: RoadmapSource | undefined;
  /** What a later task is for, in a line. */
  title: string | null;
  lang: string;
}

/** The map and the text below it; one calm word in their place when there is nothing to show and nothing will come. */
export function LiveMain({ taskId, drawn, source, title, lang }: LiveMainProps) {
  const { purpose, snapshot, error, retry } = drawn;
  if (purpose === null && isEndedEarly(snapshot)) return <EndedEarly taskId={taskId} snapshot={snapshot} />;
  const { status, steps, stages, units } = snapshot;
  return (
    <div className="live-main">
      {error ? (
        <LoadFailure error={error} onRetry={retry} />
      ) : (
        <LiveMap lang={lang} later={purpose?.kind} status={status} steps={steps} stages={stages} units={units} />
      )}
      <TextPanel
        taskId={taskId}
        snapshot={snapshot}
        source={source}
        lang={lang}
        later={purpose && title !== null ? { purpose, title } : null}
      />
    </div>
  );
}
