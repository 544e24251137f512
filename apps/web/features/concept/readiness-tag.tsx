import { useTranslations } from "next-intl";
import { stateOf } from "#web/features/roadmap/readiness-state.ts";
import type { Readiness } from "#web/features/roadmap/roadmap-index.ts";
import { StateIcon } from "#web/ui/state-icon.tsx";
import { Tag } from "#web/ui/tag.tsx";

/** How a concept of a roadmap stands. */
export function ReadinessTag({ readiness }: { readiness: Readiness | undefined }) {
  const t = useTranslations("roadmap.state");
  if (!readiness) return null;
  return (
    <Tag tone={readiness === "next" ? "accent" : "neutral"}>
      <StateIcon state={stateOf(readiness)} size={16} />
      {t(readiness)}
    </Tag>
  );
}
