import { useTranslations } from "next-intl";
import { FieldError } from "#web/ui/field-error.tsx";
import { LIMITS } from "./field.ts";
import { controlProps, errorId, type FieldsProps } from "./field-props.ts";

/** The question of the page and the field that answers it. */
export function GoalField({ draft, ready, change, errorOf }: FieldsProps) {
  const t = useTranslations("form.goal");
  const error = errorOf("goal");
  return (
    <div className="mb-8 md:mb-12">
      <h1 className="text-34 md:text-42 md:tracking-42">{t("question")}</h1>
      <label htmlFor="goal" className="mt-5 block text-13 font-[550] text-ink-2 md:mt-6">
        {t("label")}
      </label>
      <textarea
        name="goal"
        rows={2}
        value={draft.goal}
        readOnly={!ready}
        maxLength={LIMITS.text}
        placeholder={t("placeholder")}
        onChange={(event) => change({ goal: event.target.value })}
        {...controlProps("goal", error, "goal-hint")}
        className="block field-sizing-content min-h-[100px] w-full resize-none border-b-2 border-edge bg-transparent pt-1 pb-3 text-20 leading-[30px] tracking-17 outline-none focus:border-accent focus:[box-shadow:0_2px_0_var(--accent)] aria-invalid:border-bad md:min-h-21 md:text-24 md:leading-[34px]"
      />
      <FieldError id={errorId("goal")}>{error}</FieldError>
      <p id="goal-hint" className="mt-2 text-13 text-ink-3">
        {t("hint")}
      </p>
    </div>
  );
}
