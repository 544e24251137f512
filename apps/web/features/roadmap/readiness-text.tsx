import { useTranslations } from "next-intl";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { RowText } from "#web/features/spine/row-text.tsx";
import { stateOf } from "./readiness-state.ts";
import type { IndexedConcept } from "./roadmap-index.ts";

/** A concept's name, how it stands, and its hours. */
export function ReadinessText({ entry, lang, brief = false }: { entry: IndexedConcept; lang: string; brief?: boolean }) {
  const t = useTranslations("roadmap");
  const duration = useDuration();
  const { concept, readiness } = entry;
  const state = t(`state.${readiness}`);
  const note = brief ? state : t("row", { state, hours: duration(concept.hours.likely) });
  return <RowText state={stateOf(readiness)} name={concept.name} lang={lang} note={note} />;
}
