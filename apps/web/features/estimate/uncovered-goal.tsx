import { useTranslations } from "next-intl";
import { Button } from "#web/ui/button.tsx";

interface UncoveredGoalProps {
  goal: string;
  nearest: readonly { id: string; title: string }[];
  onGoal: (goal: string) => void;
}

/** Says plainly that the catalogue has nothing on a goal, and offers what is nearest. */
export function UncoveredGoal({ goal, nearest, onGoal }: UncoveredGoalProps) {
  const t = useTranslations("estimate.uncovered");
  return (
    <div role="status">
      <h3 className="text-20 tracking-20 break-words">{t("title", { goal: shorten(goal) })}</h3>
      <p className="mt-1.5 text-ink-2">{t("text")}</p>
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
