import { CircleCheck, Hourglass, TriangleAlert } from "lucide-react";
import type { Estimate } from "@wayfinder/protocol";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDay } from "#web/features/day/use-day.ts";
import { Button } from "#web/ui/button.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";

interface VerdictNoteProps {
  estimate: Estimate;
  deadline: string;
  onDeadline: (day: string) => void;
}

/** Whether the plan can be done by the deadline; if not, what could be left out and the earliest day that works. */
export function VerdictNote({ estimate, deadline, onDeadline }: VerdictNoteProps) {
  const t = useTranslations("estimate");
  const day = useDay();
  const { verdict, finishes_on, earliest_finish } = estimate.plan;
  if (verdict === "fits") {
    return (
      <Note tone="done">
        <Icon of={CircleCheck} size={16} className="mt-0.5" />
        <p>{t("fits", { finish: day(finishes_on ?? deadline) })}</p>
      </Note>
    );
  }
  if (verdict === "tight") {
    return (
      <Note tone="warn">
        <Icon of={Hourglass} size={16} className="mt-0.5" />
        <div>
          <p className="font-semibold">{t("tight.title")}</p>
          <p>{estimate.cut.length > 0 ? t("tight.text", { count: estimate.cut.length }) : t("tight.just")}</p>
          <CutList cut={estimate.cut} />
        </div>
      </Note>
    );
  }
  return (
    <Note tone="bad">
      <Icon of={TriangleAlert} size={16} className="mt-0.5" />
      <div>
        <p className="font-semibold">{t("misfit.title")}</p>
        <p>{t("misfit.text", { deadline: day(deadline), earliest: day(earliest_finish ?? estimate.finishes_on.likely) })}</p>
        {estimate.cut.length > 0 && <p className="mt-1">{t("misfit.cut")}</p>}
        <CutList cut={estimate.cut} />
        {earliest_finish && (
          <Button className="mt-3 text-13 text-ink" onClick={() => onDeadline(earliest_finish)}>
            {t("misfit.accept", { earliest: day(earliest_finish) })}
          </Button>
        )}
      </div>
    </Note>
  );
}

const TONES = { done: "bg-done-soft text-done", warn: "bg-warn-soft text-warn", bad: "bg-bad-soft text-bad" };

function Note({ tone, children }: { tone: keyof typeof TONES; children: ReactNode }) {
  return (
    <div
      role="status"
      className={classNames("mt-4 grid grid-cols-[16px_1fr] gap-2.5 rounded-card px-3 py-2.5 text-13", TONES[tone])}
    >
      {children}
    </div>
  );
}

function CutList({ cut }: Pick<Estimate, "cut">) {
  const format = useFormatter();
  if (cut.length === 0) return null;
  return <p>{format.list(cut.map(({ title }) => title))}</p>;
}
