import { useTranslations } from "next-intl";
import Link from "next/link";
import { InlineCode } from "#web/features/prose/inline-code.tsx";
import type { CatalogueIndex, MapPlace } from "./domain-index.ts";
import { explorePath } from "./paths.ts";

/** Names shown before the rest is only counted: the map itself shows them all. */
const SHOWN = 2;
const LINK = "inline-flex min-h-11 items-center py-1 text-left leading-5 break-words underline-offset-3 hover:underline";

interface MapNeighboursProps {
  title: string;
  /** What is said when there is none. */
  none: string;
  ids: readonly string[];
  /** Those that only help. */
  soft: readonly string[];
  place: MapPlace;
  index: CatalogueIndex;
  onChoose: (id: string) => void;
}

/** Concepts before or after the one that is looked at: those of this map are walked to, those of another are links to it. */
export function MapNeighbours({ title, none, ids, soft, place, index, onChoose }: MapNeighboursProps) {
  const t = useTranslations("explore.pane");
  const shown = ids.slice(0, SHOWN).flatMap((id) => index.places.get(id) ?? []);
  return (
    <section className="min-w-0 max-lg:hidden">
      <h3 className="text-13 font-[550] tracking-normal text-ink-2">{title}</h3>
      {ids.length === 0 && <p className="py-1 text-13 text-ink-3">{none}</p>}
      <ul>
        {shown.map(({ node, domain }) => (
          <li key={node.id}>
            {domain === place.domain ? (
              <button type="button" onClick={() => onChoose(node.id)} className={LINK}>
                <InlineCode>{soft.includes(node.id) ? t("helps", { name: node.title }) : node.title}</InlineCode>
              </button>
            ) : (
              <Link href={explorePath(domain.id, node.id)} className={`${LINK} no-underline`}>
                <InlineCode>{t("elsewhere", { name: node.title, domain: domain.title })}</InlineCode>
              </Link>
            )}
          </li>
        ))}
      </ul>
      {ids.length > SHOWN && <p className="text-13 text-ink-3">{t("more", { count: ids.length - SHOWN })}</p>}
    </section>
  );
}
