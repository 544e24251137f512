"use client";

import type { Roadmap } from "@wayfinder/protocol";
import { ChannelProvider } from "@wayfinder/react";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { RoadmapIndex } from "#web/features/roadmap/roadmap-index.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { Segmented } from "#web/ui/segmented.tsx";
import { CHANGE_PANEL_ID, type ChangeView } from "./change-view.ts";
import { ChangeWords } from "./change-words.tsx";
import { HandEdit } from "./hand-edit.tsx";

interface ChangePanelProps {
  roadmap: Roadmap;
  index: RoadmapIndex;
  view: ChangeView;
  onView: (view: ChangeView) => void;
  onClose: () => void;
}

/** Changing a finished roadmap: in words, or one concept at a time by hand. */
export function ChangePanel({ roadmap, index, view, onView, onClose }: ChangePanelProps) {
  const t = useTranslations("change");
  const heading = useRef<HTMLHeadingElement>(null);
  // it opens far from the button on a long page: the reader is taken there
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [view.opened]);
  return (
    <Panel id={CHANGE_PANEL_ID} aria-labelledby="change-title" className="mt-6 px-4 pt-3 pb-5 md:px-6">
      <div className="flex items-center gap-3">
        <h2 id="change-title" ref={heading} tabIndex={-1} className="scroll-mt-4 text-17 tracking-17 outline-none">
          {t("title")}
        </h2>
        <span className="text-13 text-ink-3">{t("version", { version: roadmap.version })}</span>
        <IconButton icon={X} label={t("close")} onClick={onClose} className="-mr-2 ml-auto" />
      </div>
      <div className="mt-2 mb-5">
        <Segmented
          label={t("tabs.label")}
          value={view.mode}
          onChange={(mode) => onView({ ...view, mode })}
          options={(["words", "hand"] as const).map((value) => ({ value, label: t(`tabs.${value}`) }))}
        />
      </div>
      {view.mode === "words" ? (
        <ChannelProvider>
          <ChangeWords roadmap={roadmap} />
        </ChannelProvider>
      ) : (
        <HandEdit
          roadmap={roadmap}
          index={index}
          chosen={view.concept_id}
          onChoose={(concept_id) => onView({ ...view, concept_id })}
        />
      )}
    </Panel>
  );
}
