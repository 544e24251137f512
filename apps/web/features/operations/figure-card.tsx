import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Icon } from "#web/ui/icon.tsx";
import { Tag } from "#web/ui/tag.tsx";
import type { Point } from "./history.ts";
import { Sparkline } from "./sparkline.tsx";

/** Where cards stand, and how each looks; the skeleton has the same. */
export const CARD_GRID = "grid grid-cols-2 gap-2 md:gap-3 lg:grid-cols-4";
export const CARD =
  "flex min-h-[164px] min-w-0 flex-col rounded-card border border-line bg-surface px-3.5 pt-3 pb-2.5 md:px-4 md:pt-3.5 md:pb-3";

interface FigureCardProps {
  label: string;
  value: string;
  note: string;
  points: readonly Point[];
  /** How a value of the chart is written. */
  write: (value: number) => string;
  /** Somebody should look at this. */
  attention?: boolean;
}

/** One figure: its value now, what belongs to it, and how it went in the last 5 minutes. */
export function FigureCard({ label, value, note, points, write, attention = false }: FigureCardProps) {
  const t = useTranslations("operations");
  const highest = points.length === 0 ? null : Math.max(...points.map((point) => point.value));
  return (
    <li className={CARD}>
      <div className="flex min-h-6 flex-wrap items-start justify-between gap-x-2">
        <span className="text-13 text-ink-2">{label}</span>
        {attention && (
          <Tag tone="warn">
            <Icon of={TriangleAlert} size={14} />
            {t("attention")}
          </Tag>
        )}
      </div>
      <span className="mt-0.5 text-20 font-[550] tracking-20 md:text-24 tabular-nums">{value}</span>
      <span className="text-12 text-pretty text-ink-3 tabular-nums">{note}</span>
      <Sparkline points={points} />
      <span className="text-12 text-ink-3 tabular-nums">
        {highest === null ? "\u00a0" : t("highest", { value: write(highest) })}
      </span>
    </li>
  );
}
