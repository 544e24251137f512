"use client";

import type { Snapshot } from "@wayfinder/protocol/fold";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { isFinal } from "#web/features/tasks/is-final.ts";
import { announcementDelay } from "./announcement.ts";
import { pipelineSteps } from "./pipeline.ts";

/** Tells a screen reader how far the work is, politely and not often. */
export function Announcer({ snapshot }: { snapshot: Snapshot }) {
  const t = useTranslations("live");
  const step = pipelineSteps(snapshot).find(({ state }) => state === "busy" || state === "paused" || state === "asks");
  const isMoving = step && !isFinal(snapshot.status);
  const sentence = isMoving
    ? t(step.state === "paused" ? "progress.paused" : "progress.summary", {
        percent: Math.round(snapshot.percent),
        step: t(`step.${step.name}`),
      })
    : t(`heading.${snapshot.status}`);
  return (
    <p aria-live="polite" className="sr-only">
      {useCalm(sentence)}
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
