"use client";

import type { RoadmapSource } from "@wayfinder/protocol";
import type { Snapshot } from "@wayfinder/protocol/fold";
import { Compass, type LucideIcon, PenLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { isFinal } from "#web/features/tasks/is-final.ts";
import { Prose } from "#web/features/prose/prose.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { AskedCard } from "./asked-card.tsx";
import { conceptsOf } from "./concept-progress.ts";
import { CorrectForm } from "./correct-form.tsx";
import { IntentCard } from "./intent-card.tsx";
import type { Purpose } from "./purpose.ts";
import { lengthInWords } from "./text-length.ts";
import { type ShownText, shownText } from "./shown-text.ts";

type View = "understood" | "text";

interface TextPanelProps {
  taskId: string;
  snapshot: Snapshot;
  source: RoadmapSource | undefined;
  lang: string;
  /** What a later task is for, and that in a line; null for one that begins with a goal. */
  later: { readonly purpose: Purpose; readonly title: string } | null;
}

/** What was understood of the goal or asked for later, then the text as it is written; a person may look at either. */
export function TextPanel({ taskId, snapshot, source, lang, later }: TextPanelProps) {
  const t = useTranslations("live.panel");
  const [wanted, setWanted] = useState<View | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const text = shownText(snapshot, reading);
  // Several texts are written at once; the one that is shown stays until it is finished.
  if (text && text.unit !== reading) setReading(text.unit);
  const view: View = text ? (wanted ?? (text.isWriting ? "text" : "understood")) : "understood";
  const name = conceptsOf(snapshot.stages).find(({ concept_id }) => concept_id === text?.concept_id)?.name ?? "";
  return (
    <Panel aria-labelledby="live-text-title" className="live-text flex min-h-0 flex-col overflow-hidden">
      <header className="flex min-h-[46px] items-center gap-x-1 border-b border-line px-2 md:px-3">
        <h2 id="live-text-title" className="sr-only">
          {t("title")}
        </h2>
        <PanelTab icon={Compass} pressed={view === "understood"} onPress={() => setWanted("understood")}>
          {t(later ? "asked" : "understood")}
        </PanelTab>
        {text && (
          <PanelTab icon={PenLine} pressed={view === "text"} onPress={() => setWanted("text")}>
            {t(text.isWriting ? "writing" : "last", { name })}
          </PanelTab>
        )}
        {view === "text" && text && (
          <span className="ml-auto flex-none pr-2 text-13 text-ink-3 tabular-nums max-sm:hidden">
            {t("words", { count: lengthInWords(text.markdown, lang) })}
          </span>
        )}
      </header>
      {view === "text" && text ? (
        <Writing text={text} lang={lang} />
      ) : later ? (
        <AskedCard purpose={later.purpose} title={later.title} />
      ) : (
        <IntentCard
          intent={snapshot.intent}
          lang={lang}
          correction={source === "model" && !isFinal(snapshot.status) && <CorrectForm taskId={taskId} />}
        />
      )}
    </Panel>
  );
}

interface PanelTabProps {
  icon: LucideIcon;
  pressed: boolean;
  onPress: () => void;
  children: string;
}

function PanelTab({ icon, pressed, onPress, children }: PanelTabProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={classNames(
        "-mb-px flex min-h-[46px] min-w-0 items-center gap-2 px-2 text-15 tracking-15 focus-visible:-outline-offset-3",
        pressed ? "font-semibold text-ink [box-shadow:inset_0_-2px_var(--ink)]" : "text-ink-2 hover:text-ink",
      )}
    >
      <Icon of={icon} size={16} className={pressed ? "text-accent" : "text-ink-3"} />
      <span className="truncate">{children}</span>
    </button>
  );
}

function Writing({ text, lang }: { text: ShownText; lang: string }) {
  const t = useTranslations("live.panel");
  const box = useRef<HTMLDivElement>(null);
  const { markdown, isWriting, unit } = text;
  useEffect(() => {
    const element = box.current;
    // The end is where the writing is; a finished text is read from its beginning.
    if (element) element.scrollTop = isWriting ? element.scrollHeight : 0;
  }, [markdown, isWriting, unit]);
  return (
    <div
      ref={box}
      role="log"
      aria-live="off"
      aria-label={t("log")}
      tabIndex={0}
      className="min-h-0 overflow-y-auto px-4 pt-4 pb-[18px] focus-visible:-outline-offset-2 md:px-5"
    >
      <Prose markdown={markdown} lang={lang} isWriting={isWriting} className="compact" />
    </div>
  );
}
