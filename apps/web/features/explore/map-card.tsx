import { useTranslations } from "next-intl";
import type { Choice } from "#web/features/roadmap/use-choice.ts";
import { InlineCode } from "#web/features/prose/inline-code.tsx";
import { classNames } from "#web/ui/class-names.ts";
import type { CardMark } from "./card-mark.ts";
import { ConceptFacts } from "./concept-facts.tsx";
import type { MapPlace } from "./domain-index.ts";

const LOOKS: Readonly<Record<CardMark, string>> = {
  none: "border-line hover:bg-hover",
  chosen: "border-accent bg-accent-soft inset-ring inset-ring-accent",
  needed: "border-accent hover:bg-hover",
  opened: "border-accent hover:bg-hover",
  far: "border-line hover:bg-hover",
};

interface MapCardProps {
  place: MapPlace | undefined;
  mark: CardMark;
  choice: Choice;
  /** A press of a key goes on to the pane. */
  onOpen: () => void;
}

/** A concept on the map: looking at it shows its neighbours; the pane below opens it. */
export function MapCard({ place, mark, choice, onOpen }: MapCardProps) {
  const t = useTranslations("explore.mark");
  if (!place) return null;
  const { node } = place;
  return (
    <button
      type="button"
      data-concept={node.id}
      aria-pressed={choice.pinned === node.id}
      aria-controls="map-pane"
      onClick={(event) => {
        choice.pin(node.id);
        if (event.detail === 0) onOpen();
      }}
      onFocus={() => choice.pin(node.id)}
      onPointerEnter={(event) => event.pointerType === "mouse" && choice.point(node.id)}
      onPointerLeave={choice.leave}
      className={classNames(
        "flex size-full flex-col rounded-card border bg-surface px-3 py-2.5 text-left transition-colors duration-[120ms]",
        LOOKS[mark],
      )}
    >
      <span className="line-clamp-3 leading-5 font-[550] break-words">
        <InlineCode>{node.title}</InlineCode>
      </span>
      <span className="mt-auto flex w-full justify-between gap-2 text-12 text-ink-3">
        <span className="truncate">
          <ConceptFacts node={node} />
        </span>
        {(mark === "needed" || mark === "opened") && <b className="flex-none font-[550] text-accent-ink">{t(mark)}</b>}
      </span>
    </button>
  );
}
