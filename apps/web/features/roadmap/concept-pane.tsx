import type { Roadmap } from "@wayfinder/protocol";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDurationRange } from "#web/features/duration/use-duration-range.ts";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { InlineCode } from "#web/features/prose/inline-code.tsx";
import { HTML_LANG } from "#web/i18n/language.ts";
import { Button } from "#web/ui/button.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { StateIcon } from "#web/ui/state-icon.tsx";
import { Tag } from "#web/ui/tag.tsx";
import { lackingOf } from "./lacking.ts";
import { NeighbourList } from "./neighbour-list.tsx";
import { conceptPath } from "./paths.ts";
import { stateOf } from "./readiness-state.ts";
import { type IndexedConcept, type RoadmapIndex, startingPoint } from "./roadmap-index.ts";

interface ConceptPaneProps {
  id: string;
  roadmap: Roadmap;
  index: RoadmapIndex;
  onChoose: (id: string) => void;
  onEdit: (id: string) => void;
  onClose: () => void;
}

/** What a concept is, what it needs, where it leads, and the way in. */
export function ConceptPane({ id, roadmap, index, onChoose, onEdit, onClose }: ConceptPaneProps) {
  const t = useTranslations("roadmap");
  const duration = useDuration();
  const durationRange = useDurationRange();
  const entry = index.concepts.get(id);
  if (!entry) return null;
  const { concept, readiness } = entry;
  const lacking = lackingOf(concept);
  const isPending = lacking === "text" && concept.content.tutorial.status !== "failed";
  const lang = HTML_LANG[roadmap.language];
  const soft = entry.needs.filter((need) => !entry.needsHard.includes(need));
  return (
    <Panel aria-label={t("pane.label")} className="relative p-5">
      <IconButton icon={X} label={t("pane.close")} onClick={onClose} className="absolute top-2 right-2 xl:hidden" />
      <Tag tone={readiness === "next" ? "accent" : "neutral"}>
        <StateIcon state={stateOf(readiness)} size={16} />
        {t("row", { state: t(`state.${readiness}`), hours: duration(concept.hours.likely) })}
      </Tag>
      <h2 lang={lang} className="mt-3 mb-1.5 text-20 tracking-20 break-words">
        {concept.name}
      </h2>
      <p lang={lang} className="text-ink-2">
        <InlineCode>{concept.description}</InlineCode>
      </p>
      <p className="mt-1.5 text-13 text-ink-3">
        {durationRange(concept.hours.low, concept.hours.high)}
        {"\u00a0· "}
        {t(`pane.difficulty.${concept.difficulty}`)}
      </p>
      {lacking && (
        <p className={classNames("mt-1.5 flex gap-1.5 text-13", isPending ? "text-ink-3" : "text-bad")}>
          <StateIcon state={isPending ? "waiting" : "failed"} size={16} className="mt-0.5" />
          {t(`lacking.${lacking}`)}
        </p>
      )}
      <NeighbourList title={t("pane.needs")} none={t("pane.no_needs")} ids={entry.needsHard} {...{ lang, index, onChoose }} />
      {soft.length > 0 && <NeighbourList title={t("pane.helps")} ids={soft} {...{ lang, index, onChoose }} />}
      <NeighbourList title={t("pane.leads")} none={t("pane.no_leads")} ids={entry.leadsTo} {...{ lang, index, onChoose }} />
      <PaneActions entry={entry} roadmap={roadmap} index={index} onEdit={() => onEdit(id)} />
    </Panel>
  );
}

type PaneActionsProps = Pick<ConceptPaneProps, "roadmap" | "index"> & { entry: IndexedConcept; onEdit: () => void };

function PaneActions({ entry, roadmap, index, onEdit }: PaneActionsProps) {
  const t = useTranslations("roadmap.pane");
  const id = entry.concept.concept_id;
  const first = index.concepts.get(startingPoint(id, index));
  const isLocked = entry.readiness === "locked" && first !== undefined;
  return (
    <div className="mt-[18px] flex flex-wrap gap-1 xl:grid">
      <LinkButton
        data-open
        className="py-2 text-center"
        href={conceptPath(roadmap.roadmap_id, isLocked ? first.concept.concept_id : id)}
      >
        {isLocked ? t("start_with", { name: first.concept.name }) : t("start")}
      </LinkButton>
      {isLocked && (
        <LinkButton look="ghost" href={conceptPath(roadmap.roadmap_id, id)}>
          {t("open_anyway")}
        </LinkButton>
      )}
      <Button look="ghost" onClick={onEdit}>
        {t("edit")}
      </Button>
    </div>
  );
}
