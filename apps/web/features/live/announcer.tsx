"use client";

import type { Snapshot } from "@wayfinder/protocol/fold";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { isFinal } from "#web/features/tasks/is-final.ts";
import { announcementDelay } from "./announcement.ts";
import { percentOf } from "./percent.ts";
import { liveHeading } from "./live-heading.ts";
import { type Asked, type PipelineState, pipelineSteps } from "./pipeline.ts";

/** States of the step where the work is. */
const AT: ReadonlySet<PipelineState> = new Set(["busy", "retrying", "paused", "asks"]);

/** Tells a screen reader how far the work is, politely and not often. */
export function Announcer({ snapshot, asked }: { snapshot: Snapshot; asked: Asked }) {
  const t = useTranslations("live");
  const status = useTranslations("tasks.status");
  const step = pipelineSteps(snapshot, asked).find(({ state }) => AT.has(state));
  const percent = percentOf(snapshot, asked.purpose);
  const sentence = (): string => {
    if (!step || isFinal(snapshot.status)) return asked.purpose ? status(snapshot.status) : t(`heading.${liveHeading(snapshot)}`);
    const name = t(`step.${step.name}`);
    if (percent === null) return t("progress.step", { step: name, state: t(`step_state.${step.state}`) });
    return t(step.state === "paused" ? "progress.paused" : "progress.summary", { percent, step: name });
  };
  return (
    <p aria-live="polite" className="sr-only">
      {useCalm(sentence())}
    </p>
  );
}

/** The latest sentence, changed no sooner than a while after the one before. */
function useCalm(sentence: string): string {
  const [said, setSaid] = useState("");
  const last = useRef<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        last.current = Date.now();
        setSaid(sentence);
      },
      announcementDelay(last.current, Date.now()),
    );
    return () => clearTimeout(timer);
  }, [sentence]);
  return said;
}
