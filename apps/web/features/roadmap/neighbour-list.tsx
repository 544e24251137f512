import { useTranslations } from "next-intl";
import { rowLook } from "#web/features/spine/row-look.ts";
import { ReadinessText } from "./readiness-text.tsx";
import type { RoadmapIndex } from "./roadmap-index.ts";

interface NeighbourListProps {
  title: string;
  /** What is said when there is none. */
  none?: string;
  ids: readonly string[];
  lang: string;
  index: RoadmapIndex;
  onChoose: (id: string) => void;
}

/** Names shown before the rest is only counted: the map itself shows them all. */
const SHOWN = 4;

/** Concepts before or after the chosen one; pressing one chooses it. In the small pane of narrower screens the map shows them. */
export function NeighbourList({ title, none, ids, lang, index, onChoose }: NeighbourListProps) {
  const t = useTranslations("roadmap.pane");
  return (
    <div className="max-xl:hidden">
      <h3 className="mt-[18px] mb-0.5 text-13 font-[550] tracking-normal text-ink-2">{title}</h3>
      {none && ids.length === 0 && <p className="py-1.5 text-13 text-ink-3">{none}</p>}
      <ul className="-mx-2">
        {ids.slice(0, SHOWN).map((id) => {
          const entry = index.concepts.get(id);
          return (
            entry && (
              <li key={id}>
                <button
                  type="button"
                  onClick={() => onChoose(id)}
                  className={rowLook({ state: "ready", active: true }, "min-h-11 px-2! [&_svg]:size-4")}
                >
                  <ReadinessText entry={entry} lang={lang} brief />
                </button>
              </li>
            )
          );
        })}
      </ul>
      {ids.length > SHOWN && <p className="py-1.5 text-13 text-ink-3">{t("more", { count: ids.length - SHOWN })}</p>}
    </div>
  );
}
