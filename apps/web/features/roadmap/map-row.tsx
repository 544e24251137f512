import { rowLook, type RowMark } from "#web/features/spine/row-look.ts";
import type { RoadmapIndex } from "./roadmap-index.ts";
import { ReadinessText } from "./readiness-text.tsx";
import { stateOf } from "./readiness-state.ts";
import type { Choice } from "./use-choice.ts";

interface MapRowProps {
  id: string;
  index: RoadmapIndex;
  lang: string;
  mark: RowMark | undefined;
  pinned: boolean;
  choice: Choice;
  /** A press of a key goes on to the pane. */
  onOpen: () => void;
}

/** A concept on the map: it is looked at in the side pane. */
export function MapRow({ id, index, lang, mark, pinned, choice, onOpen }: MapRowProps) {
  const entry = index.concepts.get(id);
  if (!entry) return null;
  return (
    <button
      type="button"
      aria-pressed={pinned}
      aria-controls="concept-pane"
      onClick={(event) => {
        choice.pin(id);
        if (event.detail === 0) onOpen();
      }}
      onFocus={() => choice.pin(id)}
      onPointerEnter={(event) => event.pointerType === "mouse" && choice.point(id)}
      onPointerLeave={choice.leave}
      className={rowLook({ state: stateOf(entry.readiness), mark, active: true }, "min-h-11 focus-visible:-outline-offset-2")}
    >
      <ReadinessText entry={entry} lang={lang} />
    </button>
  );
}
