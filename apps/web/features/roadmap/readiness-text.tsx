import { useTranslations } from "next-intl";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { RowText } from "#web/features/spine/row-text.tsx";
import { lackingOf } from "./lacking.ts";
import { stateOf } from "./readiness-state.ts";
import type { IndexedConcept } from "./roadmap-index.ts";

/** A concept's name, how it stands, and its hours, or what it lacks. */
export function ReadinessText({ entry, lang, brief = false }: { entry: IndexedConcept; lang: string; brief?: boolean }) {
  const t = useTranslations("roadmap");
  const duration = useDuration();
  const { concept, readiness } = entry;
  const state = t(`state.${readiness}`);
  const lacking = lackingOf(concept);
  const more = lacking ? t(`lacking.${lacking}`) : duration(concept.hours.likely);
  const note = brief ? state : t("row", { state, hours: more });
  return <RowText state={stateOf(readiness)} name={concept.name} lang={lang} note={note} />;
}
