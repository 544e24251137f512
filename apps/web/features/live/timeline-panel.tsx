"use client";

import type { TaskEvent } from "@wayfinder/protocol";
import type { OutlineStage } from "@wayfinder/protocol/fold";
import { History, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { Button } from "#web/ui/button.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { conceptsOf } from "./concept-progress.ts";
import { filterEntries, groupsOf, type TimelineEntry, timelineEntries, type TimelineGroup } from "./timeline.ts";
import { TimelineList } from "./timeline-list.tsx";

/** How many lines are shown before the timeline is opened. */
const LATEST = 2;

interface TimelineProps {
  events: readonly TaskEvent[];
  /** How many events came before those and are no longer kept. */
  earlier: number;
  stages: readonly OutlineStage[];
  lang: string;
}

/** What has happened: the latest lines, and all of them, by kind, when opened. */
export function Timeline({ events, earlier, stages, lang }: TimelineProps) {
  const t = useTranslations("live.timeline");
  const id = useId();
  const [open, setOpen] = useState(false);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open) section.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  const entries = useMemo(() => {
    const names = new Map(conceptsOf(stages).map(({ concept_id, name }) => [concept_id, name]));
    return timelineEntries(events, (concept_id) => names.get(concept_id) ?? concept_id);
  }, [events, stages]);
  return (
    <section ref={section} aria-labelledby={`${id}-title`} className="flex min-h-0 flex-col" data-open={open}>
      <header className="flex flex-none items-center justify-between pl-1 md:pl-5">
        <h2 id={`${id}-title`} className="text-13 font-[550] tracking-normal text-ink-2">
          {t("title")} <span className="font-normal text-ink-3 tabular-nums">{entries.length}</span>
        </h2>
        <Button look="ghost" className="text-13" aria-expanded={open} aria-controls={`${id}-list`} onClick={() => setOpen(!open)}>
          <Icon of={open ? X : History} size={16} />
          {t(open ? "close" : "open")}
        </Button>
      </header>
      {open ? (
        <OpenTimeline id={`${id}-list`} entries={entries} earlier={earlier} lang={lang} />
      ) : (
        <TimelineList id={`${id}-list`} entries={entries.slice(0, LATEST)} lang={lang} isBrief className="min-h-[70px]" />
      )}
    </section>
  );
}

interface OpenTimelineProps {
  id: string;
  entries: readonly TimelineEntry[];
  earlier: number;
  lang: string;
}

function OpenTimeline({ id, entries, earlier, lang }: OpenTimelineProps) {
  const t = useTranslations("live.timeline");
  const [group, setGroup] = useState<TimelineGroup | "all">("all");
  return (
    <>
      <div role="group" aria-label={t("filters")} className="flex flex-none gap-1 overflow-x-auto pb-2 md:px-4">
        {(["all", ...groupsOf(entries)] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={group === name}
            onClick={() => setGroup(name)}
            className={classNames(
              "min-h-11 flex-none px-2.5 text-13 focus-visible:-outline-offset-3",
              group === name ? "font-semibold text-ink [box-shadow:inset_0_-2px_var(--ink)]" : "text-ink-2 hover:text-ink",
            )}
          >
            {t(`group.${name}`)}
          </button>
        ))}
      </div>
      <TimelineList
        id={id}
        entries={filterEntries(entries, group)}
        lang={lang}
        className="max-h-[50dvh] min-h-0 flex-1 overflow-y-auto lg:max-h-none"
      />
      {earlier > 0 && (
        <p className="flex-none border-t border-line px-1 py-2 text-13 text-ink-3 md:px-5">{t("earlier", { count: earlier })}</p>
      )}
    </>
  );
}
