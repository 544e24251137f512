import type { ContentPreference } from "@wayfinder/protocol";
import { BookOpen, Hammer, Headphones, type LucideIcon, Shapes } from "lucide-react";
import { useTranslations } from "next-intl";
import { Choice } from "#web/ui/choice.tsx";
import { ChoiceGroup } from "#web/ui/choice-group.tsx";
import { Switch } from "#web/ui/switch.tsx";
import { WAYS } from "./draft.ts";
import type { FieldsProps } from "./field-props.ts";
import { FormSection } from "./form-section.tsx";
import { TextField } from "./text-field.tsx";

const ICONS: Record<ContentPreference, LucideIcon> = { hands_on: Hammer, text: BookOpen, visual: Shapes, audio: Headphones };

/** How a person learns best, why, and whether they want to see the structure first. */
export function PreferenceFields(props: FieldsProps) {
  const { draft, change } = props;
  const t = useTranslations("form");
  const toggle = (way: ContentPreference, on: boolean) => {
    const others = draft.content_preferences.filter((p) => p !== way);
    change({ content_preferences: on ? [...others, way] : others });
  };
  return (
    <FormSection title={t("sections.preferences")}>
      <ChoiceGroup id="content_preferences" legend={t("preferences.legend")}>
        {WAYS.map((way) => (
          <Choice
            key={way}
            type="checkbox"
            name="content_preferences"
            value={way}
            icon={ICONS[way]}
            checked={draft.content_preferences.includes(way)}
            onChange={(event) => toggle(way, event.target.checked)}
          >
            {t(`preferences.${way}`)}
          </Choice>
        ))}
      </ChoiceGroup>
      <TextField {...props} field="motivation" label={t("motivation")} />
      <TextField {...props} field="extra_context" label={t("extra")} />
      <Switch
        id="review"
        checked={draft.review}
        label={t("review.label")}
        hint={t("review.hint")}
        onChange={(review) => change({ review })}
      />
    </FormSection>
  );
}
