import type { FailedUnit } from "@wayfinder/protocol";
import type { OutlineStage } from "@wayfinder/protocol/fold";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Icon } from "#web/ui/icon.tsx";
import { StateIcon } from "#web/ui/state-icon.tsx";
import { conceptsOf } from "./concept-progress.ts";
import { RetryPart } from "./retry-part.tsx";
import { kindOfUnit } from "./unit-kind.ts";

interface FailedPartsProps {
  units: readonly FailedUnit[];
  stages: readonly OutlineStage[];
  roadmap_id: string | undefined;
}

/** More of them than this are shown when they are asked for: a list that comes at once pushes away what is read. */
const SHOWN = 2;

/** Which parts could not be written, and why; each can be tried alone. */
export function FailedParts({ units, stages, roadmap_id }: FailedPartsProps) {
  const t = useTranslations("live.end");
  const names = new Map(conceptsOf(stages).map(({ concept_id, name }) => [concept_id, name]));
  return (
    <details open={units.length <= SHOWN} className="group mt-3 border-t border-line pt-1">
      <summary className="flex min-h-9 cursor-pointer list-none items-center gap-2 text-13 text-ink-2 hover:text-ink">
        <Icon of={ChevronDown} size={16} className="text-ink-3 group-open:rotate-180" />
        {t("which")}
      </summary>
      <ul aria-label={t("parts")} className="mt-1 grid max-h-48 gap-2 overflow-y-auto">
        {units.map(({ unit, concept_id, reason }) => {
          const kind = kindOfUnit(unit);
          const concept = names.get(concept_id) ?? concept_id;
          const name = kind ? t("unit", { concept, part: t(`part.${kind}`) }) : concept;
          return (
            <li key={unit} className="flex gap-3">
              <StateIcon state="failed" size={16} className="mt-1 text-bad" />
              <span className="min-w-0 flex-1 break-words">
                {name}
                {reason && <span className="block text-13 text-ink-3">{reason}</span>}
              </span>
              {kind && roadmap_id !== undefined && (
                <RetryPart roadmap_id={roadmap_id} concept_id={concept_id} kind={kind} name={name} />
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
