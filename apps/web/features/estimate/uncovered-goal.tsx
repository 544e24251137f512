import { useTranslations } from "next-intl";
import { SETTINGS_PATH } from "#web/features/settings/paths.ts";
import { Button } from "#web/ui/button.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";

interface UncoveredGoalProps {
  goal: string;
  nearest: readonly { id: string; title: string }[];
  onGoal: (goal: string) => void;
  /** Has the model plan it instead; undefined where there is no model. */
  onModel: (() => void) | undefined;
}

/** Says plainly that the catalogue has nothing on a goal, and offers what is nearest. */
export function UncoveredGoal({ goal, nearest, onGoal, onModel }: UncoveredGoalProps) {
  const t = useTranslations("estimate.uncovered");
  return (
    <div role="status">
      <h3 className="text-20 tracking-20 break-words">{t("title", { goal: shorten(goal) })}</h3>
      <p className="mt-1.5 text-ink-2">{t(onModel ? "text_model" : "text")}</p>
      <p className="mt-4">
        {onModel ? (
          <Button onClick={onModel}>{t("use_model")}</Button>
        ) : (
          <LinkButton href={SETTINGS_PATH}>{t("settings")}</LinkButton>
        )}
      </p>
      {nearest.length > 0 && (
        <>
          <p className="mt-4 mb-2 text-13 text-ink-2">{t("nearest")}</p>
          <ul className="flex flex-wrap gap-2">
            {nearest.map(({ id, title }) => (
              <li key={id}>
                <Button onClick={() => onGoal(title)}>{title}</Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** A title holds about two lines of the person's words. */
const TITLE_LENGTH = 60;

function shorten(goal: string): string {
  const letters = [...goal];
  return letters.length > TITLE_LENGTH ? `${letters.slice(0, TITLE_LENGTH).join("").trimEnd()}…` : goal;
}
