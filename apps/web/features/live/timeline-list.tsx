import { useTranslations } from "next-intl";
import { classNames } from "#web/ui/class-names.ts";
import type { TimelineEntry } from "./timeline.ts";
import { retryCause } from "./retry-cause.ts";
import { useClock } from "./use-clock.ts";

interface TimelineListProps {
  id: string;
  entries: readonly TimelineEntry[];
  lang: string;
  /** One row a line, so that what comes and goes moves nothing. */
  isBrief?: boolean;
  className?: string;
}

/** Lines of the timeline: when, of which kind, and what. */
export function TimelineList({ id, entries, lang, isBrief = false, className }: TimelineListProps) {
  const t = useTranslations("live.timeline");
  const clock = useClock();
  const told = useEntryText();
  if (entries.length === 0) return <p className="px-1 pb-2 text-13 text-ink-3 md:px-5">{t("empty")}</p>;
  return (
    <ol id={id} tabIndex={0} aria-label={t("list")} className={classNames("focus-visible:-outline-offset-2", className)}>
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="grid grid-cols-[60px_48px_minmax(0,1fr)] gap-2 border-t border-line px-1 py-[7px] text-13 text-ink-2 md:px-5"
        >
          <time dateTime={entry.at} className="text-ink-3 tabular-nums">
            {clock(entry.at)}
          </time>
          <span className="text-ink-3">{t(`group.${entry.group}`)}</span>
          <span className={isBrief ? "truncate" : "break-words"} lang={entry.key === "told" ? lang : undefined}>
            {told(entry)}
          </span>
        </li>
      ))}
    </ol>
  );
}

type Phase = Parameters<ReturnType<typeof useTranslations<"live.timeline.phase">>>[0];

function useEntryText(): (entry: TimelineEntry) => string {
  const t = useTranslations("live.timeline");
  const cause = useTranslations("live.cause");
  const clock = useClock();
  return ({ key, values }) => {
    const { step, code, not_before } = values;
    return t(`entry.${key}`, {
      ...values,
      ...(step === undefined ? {} : { phase: t(`phase.${step as Phase}`) }),
      ...(code === undefined ? {} : { cause: cause(retryCause(String(code))) }),
      ...(not_before === undefined ? {} : { time: clock(not_before) }),
    });
  };
}
