import { Calendar } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useToday } from "#web/features/day/use-today.ts";
import { Choice } from "#web/ui/choice.tsx";
import { ChoiceGroup } from "#web/ui/choice-group.tsx";
import { FieldError } from "#web/ui/field-error.tsx";
import { FieldLabel } from "#web/ui/field-label.tsx";
import { Slider } from "#web/ui/slider.tsx";
import { Stepper } from "#web/ui/stepper.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { LIMITS } from "./field.ts";
import { controlProps, errorId, type FieldsProps } from "./field-props.ts";
import { FormSection } from "./form-section.tsx";

/** End of the slider: a full working week. More can be typed. */
const SLIDER_HOURS = 40;

interface TimeFieldsProps extends FieldsProps {
  /** The estimate in one sentence, shown under the hours where its panel is far away. */
  summary: ReactNode;
}

/** Hours per week and when to finish. */
export function TimeFields({ draft, change, errorOf, summary }: TimeFieldsProps) {
  const t = useTranslations("form");
  const error = errorOf("hours_per_week");
  const setHours = (hours: number | null) => change({ hours_per_week: hours });
  return (
    <FormSection title={t("sections.time")}>
      <div>
        <FieldLabel htmlFor="hours_per_week">{t("hours.label")}</FieldLabel>
        <div className="grid grid-cols-[auto_1fr] items-center gap-5">
          <Stepper
            id="hours_per_week"
            value={draft.hours_per_week}
            min={1}
            max={LIMITS.hours}
            lessLabel={t("hours.less")}
            moreLabel={t("hours.more")}
            describedBy={error && errorId("hours_per_week")}
            invalid={error !== undefined}
            onChange={setHours}
          />
          <Slider label={t("hours.slider")} value={draft.hours_per_week ?? 1} min={1} max={SLIDER_HOURS} onChange={setHours} />
        </div>
        <FieldError id={errorId("hours_per_week")}>{error}</FieldError>
        {summary}
      </div>
      <FinishFields draft={draft} change={change} error={errorOf("deadline")} />
    </FormSection>
  );
}

function FinishFields({ draft, change, error }: Pick<FieldsProps, "draft" | "change"> & { error: string | undefined }) {
  const t = useTranslations("form.finish");
  const { tomorrow } = useToday();
  return (
    <div>
      <ChoiceGroup legend={t("legend")}>
        <Choice
          type="radio"
          name="finish"
          value="open"
          checked={draft.finish === "open"}
          onChange={() => change({ finish: "open" })}
        >
          {t("open")}
        </Choice>
        <Choice
          type="radio"
          name="finish"
          value="date"
          icon={Calendar}
          checked={draft.finish === "date"}
          onChange={() => change({ finish: "date" })}
        >
          {t("date")}
        </Choice>
      </ChoiceGroup>
      {draft.finish === "date" && (
        <div className="mt-4">
          <FieldLabel htmlFor="deadline">{t("deadline")}</FieldLabel>
          <TextInput
            type="date"
            min={tomorrow}
            value={draft.deadline}
            onChange={(event) => change({ deadline: event.target.value })}
            {...controlProps("deadline", error, "finish-hint")}
          />
          <FieldError id={errorId("deadline")}>{error}</FieldError>
        </div>
      )}
      <p id="finish-hint" className="mt-2 text-13 text-ink-3">
        {t("starts")}
      </p>
    </div>
  );
}
