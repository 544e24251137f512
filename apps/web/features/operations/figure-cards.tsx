"use client";

import type { Operations } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { CARD_GRID, FigureCard } from "./figure-card.tsx";
import { pointsOf, ratesOf, type Point, type Sample } from "./history.ts";
import { quantile } from "./quantile.ts";
import { useUnits } from "./use-units.ts";

interface FigureCardsProps {
  operations: Operations;
  samples: readonly Sample[];
}

/** What is going on now, each figure with its last 5 minutes. */
export function FigureCards(props: FigureCardsProps) {
  const t = useTranslations("operations");
  return (
    <section aria-label={t("now")}>
      <h2 className="sr-only">{t("now")}</h2>
      <ul className={CARD_GRID}>
        <ChannelCards {...props} />
        <ProcessCards {...props} />
      </ul>
    </section>
  );
}

function ChannelCards({ operations, samples }: FigureCardsProps) {
  const t = useTranslations("operations");
  const card = useTranslations("operations.card");
  const { count, rate, seconds } = useUnits();
  const perSecond = (value: number) => t("per_second", { value: rate(value) });
  const delivered = ratesOf(samples, (s) => s.delivered);
  const { connections, slow_readers, closes, events } = operations;
  const { websocket, sse, long_poll } = connections;
  const closed = closes.find(({ name }) => name === "4508")?.count ?? 0;
  const [oldest, newest] = [samples[0]!.latency, samples.at(-1)!.latency];
  const p99 = quantile(0.99, newest, oldest);
  return (
    <>
      <FigureCard
        label={card("connections")}
        value={count(websocket + sse + long_poll)}
        note={card("by_transport", { websocket: count(websocket), sse: count(sse), long_poll: count(long_poll) })}
        points={pointsOf(samples, (s) => s.connections)}
        write={count}
      />
      <FigureCard
        label={card("slow")}
        value={count(slow_readers)}
        note={card("slow_note", { closed })}
        points={pointsOf(samples, (s) => s.slow)}
        write={count}
        attention={slow_readers > 0}
      />
      <FigureCard
        label={card("delivered")}
        value={perSecond(delivered.at(-1)?.value ?? 0)}
        note={card("delivered_note", { total: count(events.delivered) })}
        points={delivered}
        write={perSecond}
      />
      <FigureCard
        label={card("latency")}
        value={p99 === null ? t("none") : seconds(p99)}
        note={card("latency_note", { count: count(newest.count - oldest.count) })}
        points={latencies(samples)}
        write={seconds}
      />
    </>
  );
}

function ProcessCards({ operations, samples }: FigureCardsProps) {
  const card = useTranslations("operations.card");
  const { count, seconds, bytes } = useUnits();
  const { steps, event_loop_delay_s, memory_bytes, runs, wrong_paths } = operations;
  return (
    <>
      <FigureCard
        label={card("steps")}
        value={count(steps.running)}
        note={steps.ready === null ? card("steps_unknown") : card("steps_note", { ready: count(steps.ready) })}
        points={pointsOf(samples, (s) => s.steps)}
        write={count}
        attention={steps.ready === null}
      />
      <FigureCard
        label={card("delay")}
        value={seconds(event_loop_delay_s.p99)}
        note={card("delay_note", { max: seconds(event_loop_delay_s.max) })}
        points={pointsOf(samples, (s) => s.delay_s)}
        write={seconds}
      />
      <FigureCard
        label={card("memory")}
        value={bytes(memory_bytes)}
        note={card("memory_note", { bytes: bytes(runs.bytes), logs: runs.logs })}
        points={pointsOf(samples, (s) => s.memory)}
        write={bytes}
      />
      <FigureCard
        label={card("wrong")}
        value={count(wrong_paths.count)}
        note={card("wrong_note")}
        points={pointsOf(samples, (s) => s.wrong)}
        write={count}
      />
    </>
  );
}

/** The p99 between neighbouring readings; a reading in which nothing was written is no point. */
const latencies = (samples: readonly Sample[]): Point[] =>
  samples.slice(1).flatMap((sample, i) => {
    const value = quantile(0.99, sample.latency, samples[i]!.latency);
    return value === null ? [] : [{ at: sample.at, value }];
  });
