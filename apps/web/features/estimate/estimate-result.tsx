import { CircleCheck, type LucideIcon, RotateCcw, Route, Telescope } from "lucide-react";
import type { Estimate } from "@wayfinder/protocol";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDay } from "#web/features/day/use-day.ts";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { EstimateRange } from "./estimate-range.tsx";
import { VerdictNote } from "./verdict-note.tsx";

interface EstimateResultProps {
  estimate: Estimate;
  /** Whether a newer one is on its way. */
  stale: boolean;
  draft: { hours: number | null; deadline: string | undefined };
  onDeadline: (day: string) => void;
}

/** The estimate: one sentence, the verdict on a deadline, the range, and where the numbers come from. */
export function EstimateResult({ estimate, stale, draft, onDeadline }: EstimateResultProps) {
  const t = useTranslations("estimate");
  const day = useDay();
  const strong = (chunks: ReactNode) => <b className="font-semibold whitespace-nowrap">{chunks}</b>;
  return (
    <div className={classNames("transition-opacity duration-[120ms]", stale && "opacity-60")} aria-busy={stale}>
      <p role="status" className="text-20 leading-[30px] font-medium tracking-[-0.015em] text-pretty">
        {t.rich("sentence", {
          b: strong,
          weeks: Math.round(estimate.weeks.likely),
          hours: draft.hours ?? 0,
          date: day(estimate.finishes_on.likely),
        })}
      </p>
      {draft.deadline && <VerdictNote estimate={estimate} deadline={draft.deadline} onDeadline={onDeadline} />}
      <EstimateRange estimate={estimate} />
      <Facts estimate={estimate} />
    </div>
  );
}

function Facts({ estimate }: { estimate: Estimate }) {
  const t = useTranslations("estimate");
  const format = useFormatter();
  const duration = useDuration();
  const { concepts, stages, known, known_hours, coverage } = estimate;
  return (
    <ul className="mt-6 grid gap-2.5 border-t border-line pt-5 text-13 text-ink-2">
      <Fact icon={Route}>{t("concepts", { concepts, stages })}</Fact>
      {known.length > 0 && <Fact icon={CircleCheck}>{t("known", { count: known.length, hours: duration(known_hours) })}</Fact>}
      <Fact icon={RotateCcw}>{t("reviews")}</Fact>
      {coverage.missing.length > 0 && (
        <Fact icon={Telescope}>
          <details>
            <summary className="-my-3 inline-block py-3 underline decoration-line hover:decoration-current">
              {t("coverage", { published: coverage.published, total: coverage.total })}
            </summary>
            <p className="mt-2">{t("missing", { missing: format.list(coverage.missing) })}</p>
          </details>
        </Fact>
      )}
    </ul>
  );
}

function Fact({ icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[16px_1fr] gap-2.5">
      <Icon of={icon} size={16} className="mt-0.5 text-ink-3" />
      <span>{children}</span>
    </li>
  );
}
