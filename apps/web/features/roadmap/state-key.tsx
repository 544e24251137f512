import { useTranslations } from "next-intl";
import { StateIcon } from "#web/ui/state-icon.tsx";
import { stateOf } from "./readiness-state.ts";
import type { Readiness, RoadmapIndex } from "./roadmap-index.ts";

const ALL: readonly Readiness[] = ["next", "ready", "locked", "cut"];
const TONES: Readonly<Record<Readiness, string>> = {
  next: "text-accent",
  ready: "text-ink-2",
  locked: "text-ink-3",
  cut: "text-ink-3",
};

/** What the marks of the map mean; only those that are on it. */
export function StateKey({ index }: { index: RoadmapIndex }) {
  const t = useTranslations("roadmap");
  const present = new Set([...index.concepts.values()].map(({ readiness }) => readiness));
  return (
    <ul aria-label={t("key")} className="mt-5 flex flex-wrap gap-x-5 gap-y-1 px-1 text-13 text-ink-2 max-xl:hidden">
      {ALL.filter((readiness) => present.has(readiness)).map((readiness) => (
        <li key={readiness} className="flex items-center gap-2">
          <StateIcon state={stateOf(readiness)} size={16} className={TONES[readiness]} />
          {t(`state.${readiness}`)}
        </li>
      ))}
    </ul>
  );
}
