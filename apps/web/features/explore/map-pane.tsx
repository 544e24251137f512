import { ArrowRight, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { InlineCode } from "#web/features/prose/inline-code.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { ConceptFacts } from "./concept-facts.tsx";
import type { CatalogueIndex, MapPlace } from "./domain-index.ts";
import { MapNeighbours } from "./map-neighbours.tsx";
import { explorePath, newRoadmap } from "./paths.ts";

interface MapPaneProps {
  place: MapPlace;
  index: CatalogueIndex;
  onChoose: (id: string) => void;
  /** Back to the card. */
  onLeave: () => void;
  onClose: () => void;
}

/** The concept that is looked at: what it is, what it needs, what it opens, and the ways in. */
export function MapPane({ place, index, onChoose, onLeave, onClose }: MapPaneProps) {
  const t = useTranslations("explore.pane");
  const { node, domain } = place;
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === "Escape") onLeave();
  };
  return (
    <div onKeyDown={onKeyDown} className="absolute inset-x-0 bottom-0">
      <Panel
        aria-label={t("label")}
        className="relative grid gap-x-8 gap-y-3 p-4 pr-14 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)_minmax(0,3fr)_auto] lg:p-5 lg:pr-16"
      >
        <div className="min-w-0">
          <h2 className="text-17 tracking-17 break-words">
            <InlineCode>{node.title}</InlineCode>
          </h2>
          <p className="text-13 text-ink-3">
            <ConceptFacts node={node} />
            {node.optional && ` · ${t("optional")}`}
          </p>
          <p className="mt-1.5 line-clamp-3 text-ink-2 max-lg:line-clamp-2">
            <InlineCode>{node.summary}</InlineCode>
          </p>
        </div>
        <MapNeighbours
          title={t("needs")}
          none={t("no_needs")}
          ids={[...place.needsHard, ...place.needsSoft]}
          soft={place.needsSoft}
          {...{ place, index, onChoose }}
        />
        <MapNeighbours title={t("opens")} none={t("no_opens")} ids={place.leadsTo} soft={[]} {...{ place, index, onChoose }} />
        <div className="flex flex-wrap content-start gap-2 lg:grid">
          <LinkButton data-open look="primary" href={explorePath(domain.id, node.id)}>
            {t("read")}
            <span className="sr-only">: {node.title}</span>
            <Icon of={ArrowRight} size={16} />
          </LinkButton>
          <LinkButton href={newRoadmap(node.goal)}>{t("roadmap")}</LinkButton>
        </div>
        <IconButton icon={X} label={t("close")} onClick={onClose} className="absolute top-2 right-2" />
      </Panel>
    </div>
  );
}
