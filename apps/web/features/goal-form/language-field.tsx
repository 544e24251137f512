import { useLocale, useTranslations } from "next-intl";
import { HTML_LANG, LANGUAGE_NAMES } from "#web/i18n/language.ts";
import { Choice } from "#web/ui/choice.tsx";
import { ChoiceGroup } from "#web/ui/choice-group.tsx";
import { LANGUAGES } from "./draft.ts";
import type { FieldsProps } from "./field-props.ts";
import { FormSection } from "./form-section.tsx";

/** The language the roadmap is written in; the page's until one is chosen. */
export function LanguageField({ draft, change }: FieldsProps) {
  const t = useTranslations("form");
  const page = useLocale();
  return (
    <FormSection title={t("sections.language")}>
      <ChoiceGroup id="language" legend={t("language.legend")}>
        {LANGUAGES.map((language) => (
          <Choice
            key={language}
            type="radio"
            name="language"
            value={language}
            checked={(draft.language ?? page) === language}
            onChange={() => change({ language })}
          >
            <span lang={HTML_LANG[language]}>{LANGUAGE_NAMES[language]}</span>
          </Choice>
        ))}
      </ChoiceGroup>
    </FormSection>
  );
}
