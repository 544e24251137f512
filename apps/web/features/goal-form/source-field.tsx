import { LibraryBig, Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { Choice } from "#web/ui/choice.tsx";
import { ChoiceGroup } from "#web/ui/choice-group.tsx";
import type { FieldsProps } from "./field-props.ts";
import { FormSection } from "./form-section.tsx";

interface SourceFieldProps extends FieldsProps {
  /** The model's name; null when it is not told. */
  model: string | null;
}

const SOURCES = [
  { value: "auto", icon: Sparkles },
  { value: "catalogue", icon: LibraryBig },
] as const;

/** Who makes the roadmap, where there is a choice: the model, or the built-in catalogue. */
export function SourceField({ draft, change, model }: SourceFieldProps) {
  const t = useTranslations("form");
  const chosen = draft.source === "catalogue" ? "catalogue" : "auto";
  return (
    <FormSection title={t("sections.source")}>
      <ChoiceGroup
        id="source"
        legend={t("source.legend")}
        hint={
          <p className="mt-2 text-13 text-ink-3">
            {chosen === "catalogue" ? t("source.catalogue_hint") : t("source.auto_hint", { model: model ?? t("source.auto") })}
          </p>
        }
      >
        {SOURCES.map(({ value, icon }) => (
          <Choice
            key={value}
            type="radio"
            name="source"
            value={value}
            icon={icon}
            checked={chosen === value}
            onChange={() => change({ source: value })}
          >
            {t(`source.${value}`)}
          </Choice>
        ))}
      </ChoiceGroup>
    </FormSection>
  );
}
