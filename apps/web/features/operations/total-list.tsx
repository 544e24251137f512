"use client";

import type { Operations } from "@wayfinder/protocol";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Icon } from "#web/ui/icon.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { Tag } from "#web/ui/tag.tsx";
import { useUnits } from "./use-units.ts";

/** The counters that need no table of their own. */
export function TotalList({ operations }: { operations: Operations }) {
  const t = useTranslations("operations");
  const { count } = useUnits();
  const id = useId();
  const { resumes, probes, heartbeats, events, wake_ups, steps, database, sends_after_close } = operations;
  const totals = [
    ["resumes_fresh", resumes.fresh],
    ["resumes_ok", resumes.ok],
    ["resumes_reset", resumes.reset],
    ["probes", probes.reduce((all, probe) => all + probe.count, 0)],
    ["heartbeats", heartbeats],
    ["appended", events.appended],
    ["wake_ups", wake_ups.received],
    ["found_by_poll", wake_ups.found_by_poll],
    ["claimed", steps.claimed],
    ["failed", steps.failed],
    ["pool", database.busy],
    ["waiting", database.waiting],
    ["sends_after_close", sends_after_close],
  ] as const;
  return (
    <Panel aria-labelledby={id} className="min-w-0 px-4 py-4 md:px-5 lg:col-span-2">
      <h2 id={id} className="text-17 tracking-17">
        {t("totals.title")}
      </h2>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
        {totals.map(([name, value]) => (
          <div key={name} className="flex flex-col-reverse justify-end">
            <dt className="text-12 text-ink-3">{t(`totals.${name}`)}</dt>
            <dd className="flex flex-wrap items-center gap-2 text-17 font-[550] tabular-nums">
              {count(value)}
              {name === "sends_after_close" && value > 0 && (
                <Tag tone="bad">
                  <Icon of={TriangleAlert} size={14} />
                  {t("attention")}
                </Tag>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
