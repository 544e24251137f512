import type { FailedUnit } from "@wayfinder/protocol";
import type { OutlineStage } from "@wayfinder/protocol/fold";
import { useTranslations } from "next-intl";
import { StateIcon } from "#web/ui/state-icon.tsx";
import { conceptsOf } from "./concept-progress.ts";
import { RetryPart } from "./retry-part.tsx";
import { kindOfUnit } from "./unit-kind.ts";

interface FailedPartsProps {
  units: readonly FailedUnit[];
  stages: readonly OutlineStage[];
  roadmap_id: string | undefined;
}

/** Which parts could not be written, and why; each can be tried alone. */
export function FailedParts({ units, stages, roadmap_id }: FailedPartsProps) {
  const t = useTranslations("live.end");
  const names = new Map(conceptsOf(stages).map(({ concept_id, name }) => [concept_id, name]));
  return (
    <ul aria-label={t("parts")} className="mt-3 grid max-h-48 gap-2 overflow-y-auto border-t border-line pt-3">
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
  );
}
