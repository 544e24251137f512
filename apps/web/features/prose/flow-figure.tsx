import { useTranslations } from "next-intl";

/** A chain of steps as a trail: what was drawn as a flow chart of one line. */
export function FlowFigure({ steps }: { steps: readonly string[] }) {
  const t = useTranslations("concept.code");
  return (
    <figure className="flow" aria-label={t("figure", { steps: steps.join(" → ") })}>
      <ol>
        {steps.map((step, nth) => (
          <li key={`${nth}-${step}`}>{step}</li>
        ))}
      </ol>
    </figure>
  );
}
