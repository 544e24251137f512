import type { Concept, Plan } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { weeksOfStage } from "./week-strip.ts";

interface StageMetaProps {
  stage: { readonly modules: readonly { readonly concepts: readonly Concept[] }[] };
  plan: Plan;
}

/** How much a stage is, and which weeks it takes. */
export function StageMeta({ stage, plan }: StageMetaProps) {
  const t = useTranslations("roadmap");
  const duration = useDuration();
  const concepts = stage.modules.flatMap((module) => module.concepts);
  const hours = concepts.reduce((sum, concept) => sum + concept.hours.likely, 0);
  const weeks = weeksOfStage(stage, plan);
  return (
    <p>
      {t("stage_meta", { concepts: concepts.length, hours: duration(hours) })}
      {weeks && ` · ${weeks.first === weeks.last ? t("stage_week", { week: weeks.first }) : t("stage_weeks", weeks)}`}
    </p>
  );
}
