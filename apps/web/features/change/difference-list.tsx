import type { Difference } from "@wayfinder/protocol";
import { ArrowRightLeft, CalendarDays, type LucideIcon, Minus, PenLine, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Icon } from "#web/ui/icon.tsx";
import { type DifferenceGroup, groupDifferences } from "./difference-groups.ts";

const ICONS: Readonly<Record<DifferenceGroup, LucideIcon>> = {
  added: Plus,
  removed: Minus,
  changed: PenLine,
  moved: ArrowRightLeft,
  plan: CalendarDays,
};
const TONES: Readonly<Record<DifferenceGroup, string>> = {
  added: "text-done",
  removed: "text-bad",
  changed: "text-ink-2",
  moved: "text-ink-2",
  plan: "text-ink-3",
};

/** What a change does, group by group, in the roadmap's own language. */
export function DifferenceList({ differences, lang }: { differences: readonly Difference[]; lang: string }) {
  const t = useTranslations("change.groups");
  return (
    <div className="grid gap-4">
      {groupDifferences(differences).map(({ group, items }) => (
        <section key={group}>
          <h4 className="flex items-center gap-2 text-13 tracking-normal text-ink-2">
            <Icon of={ICONS[group]} size={16} className={TONES[group]} />
            {t(group)}
          </h4>
          <ul lang={lang} className="mt-1 grid gap-1 pl-6">
            {items.map(({ id, message }) => (
              <li key={`${id} ${message}`} className="break-words">
                {message}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
