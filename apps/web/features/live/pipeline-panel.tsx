"use client";

import type { RoadmapSource } from "@wayfinder/protocol";
import type { Retry, Snapshot } from "@wayfinder/protocol/fold";
import { useTranslations } from "next-intl";
import { isFinal } from "#web/features/tasks/is-final.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Panel } from "#web/ui/panel.tsx";
import { type State, StateIcon } from "#web/ui/state-icon.tsx";
import { percentOf } from "./percent.ts";
import { type Asked, type PipelineNote, type PipelineState, type PipelineStep, pipelineSteps } from "./pipeline.ts";
import { retryCause } from "./retry-cause.ts";
import { useClock } from "./use-clock.ts";
import { useEta } from "./use-eta.ts";
import { UsageLine } from "./usage-line.tsx";

const MINUTE_MS = 60_000;

interface PipelinePanelProps {
  snapshot: Snapshot;
  asked: Asked;
  source: RoadmapSource | undefined;
}

/** How far the work is, in percent, in time and in steps, and what it costs. */
export function PipelinePanel({ snapshot, asked, source }: PipelinePanelProps) {
  const t = useTranslations("live.progress");
  const percent = percentOf(snapshot, asked.purpose);
  return (
    <Panel aria-label={t("label")} className="p-4 md:p-5">
      {percent !== null && <Head percent={percent} snapshot={snapshot} />}
      <ol>
        {pipelineSteps(snapshot, asked).map((step) => (
          <StepLine key={step.name} step={step} isBrief={!isFinal(snapshot.status)} />
        ))}
      </ol>
      <UsageLine usage={snapshot.usage} source={source} />
    </Panel>
  );
}

/** How far, how long yet, and the trail of it. */
function Head({ percent, snapshot }: { percent: number; snapshot: Snapshot }) {
  const t = useTranslations("live.progress");
  return (
    <>
      <p className="flex items-baseline gap-2.5 text-ink-2">
        <b className="text-34 font-semibold tracking-42 text-ink tabular-nums">{t("percent", { percent })}</b>
        <Eta snapshot={snapshot} />
      </p>
      <div
        role="progressbar"
        aria-label={t("overall")}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="trail my-2 mr-[7px]"
        style={{ "--p": `${percent}%`, "--ground": "var(--surface)" } as React.CSSProperties}
      >
        {percent < 100 && <b />}
      </div>
    </>
  );
}

function Eta({ snapshot }: { snapshot: Snapshot }) {
  const t = useTranslations("live.progress");
  const rest = useEta(snapshot);
  if (rest === null) return null;
  const minutes = Math.round(rest / MINUTE_MS);
  return <span>{minutes < 1 ? t("eta_seconds") : t("eta_minutes", { minutes })}</span>;
}

const ICONS: Readonly<Record<PipelineState, State>> = {
  done: "done",
  gaps: "failed",
  busy: "busy",
  retrying: "review",
  paused: "paused",
  waiting: "ready",
  asks: "next",
  failed: "failed",
  cancelled: "cancelled",
  unreached: "skipped",
};
const TONES: Readonly<Record<PipelineState, string>> = {
  done: "text-ink-2 [&_svg]:text-done",
  gaps: "text-warn",
  busy: "font-[550] text-accent-ink",
  retrying: "font-[550] text-warn",
  paused: "font-[550] text-ink",
  waiting: "text-ink-3",
  asks: "font-[550] text-accent-ink",
  failed: "text-bad",
  cancelled: "text-ink-3",
  unreached: "text-ink-3",
};

const CURRENT: ReadonlySet<PipelineState> = new Set(["busy", "retrying", "paused", "asks"]);

interface StepLineProps {
  step: PipelineStep;
  /** On a phone only the present step is worth its height while the work goes on. */
  isBrief: boolean;
}

function StepLine({ step: { name, state, note, retry }, isBrief }: StepLineProps) {
  const t = useTranslations("live");
  const told = useNote();
  const isCurrent = CURRENT.has(state);
  return (
    <li
      aria-current={isCurrent ? "step" : undefined}
      className={classNames(
        "grid min-h-[34px] grid-cols-[18px_minmax(0,1fr)_auto] items-center gap-3",
        TONES[state],
        isBrief && !isCurrent && "max-md:hidden",
      )}
    >
      <StateIcon state={ICONS[state]} />
      {t(`step.${name}`)}
      <span className="text-13 font-normal tabular-nums">
        {retry
          ? t("retry.which", { attempt: retry.attempt, attempts: retry.attempts })
          : note
            ? told(note)
            : t(`step_state.${state}`)}
      </span>
      {retry && <NextTry retry={retry} />}
    </li>
  );
}

/** Why the last try failed, and when the next one comes; the line stays while that is under way, so that nothing jumps. */
function NextTry({ retry: { code, not_before, begun } }: { retry: Retry }) {
  const t = useTranslations("live");
  const clock = useClock();
  return (
    <span className="col-span-2 col-start-2 -mt-1.5 pb-1.5 text-13 font-normal tabular-nums">
      {begun
        ? t("retry.begun", { cause: t(`cause.${retryCause(code)}`) })
        : t("retry.next", { cause: t(`cause.${retryCause(code)}`), time: clock(not_before) })}
    </span>
  );
}

/** Seconds up to which a duration is told in seconds. */
const LONGEST_SECONDS = 90;

function useNote(): (note: PipelineNote) => string {
  const t = useTranslations("live.note");
  return (note) => {
    switch (note.kind) {
      case "took": {
        const { seconds } = note;
        return t("took", {
          time: seconds <= LONGEST_SECONDS ? t("seconds", { seconds }) : t("minutes", { minutes: Math.round(seconds / 60) }),
        });
      }
      case "repairs":
        return t("repairs", { count: note.count });
      case "stages":
        return t("stages", { count: note.count });
      case "parts":
        return t("parts", { done: note.done, total: note.total });
      case "gaps":
        return t("gaps", { done: note.done, total: note.total, missing: note.missing });
    }
  };
}
