import { useTranslations } from "next-intl";
import { Choice } from "#web/ui/choice.tsx";
import { ChoiceGroup } from "#web/ui/choice-group.tsx";
import { FieldError } from "#web/ui/field-error.tsx";
import { FieldLabel } from "#web/ui/field-label.tsx";
import { TokenInput } from "#web/ui/token-input.tsx";
import { LEVELS } from "./draft.ts";
import { errorId, type FieldsProps } from "./field-props.ts";
import { LIMITS } from "./field.ts";
import { FormSection } from "./form-section.tsx";
import { TextField } from "./text-field.tsx";

/** Level, background and what is known already. */
export function PersonFields(props: FieldsProps) {
  const { draft, change, errorOf } = props;
  const t = useTranslations("form");
  const known = errorOf("known_skills");
  return (
    <FormSection title={t("sections.you")}>
      <ChoiceGroup id="level" legend={t("level.legend")}>
        {LEVELS.map((level) => (
          <Choice
            key={level}
            type="radio"
            name="level"
            value={level}
            checked={draft.level === level}
            onChange={() => change({ level })}
          >
            {t(`level.${level}`)}
          </Choice>
        ))}
      </ChoiceGroup>
      <TextField {...props} field="background" label={t("background")} />
      <div>
        <FieldLabel htmlFor="known_skills" note={t("optional")}>
          {t("known.label")}
        </FieldLabel>
        <TokenInput
          id="known_skills"
          tokens={draft.known_skills}
          placeholder={t("known.placeholder")}
          maxLength={LIMITS.skill}
          removeLabel={(token) => t("known.remove", { token })}
          describedBy={known ? `known-hint ${errorId("known_skills")}` : "known-hint"}
          invalid={known !== undefined}
          onChange={(tokens) => change({ known_skills: tokens })}
        />
        <FieldError id={errorId("known_skills")}>{known}</FieldError>
        <p id="known-hint" className="mt-2 text-13 text-ink-3">
          {t("known.hint")}
        </p>
      </div>
    </FormSection>
  );
}
