import { useTranslations } from "next-intl";
import { FieldError } from "#web/ui/field-error.tsx";
import { FieldLabel } from "#web/ui/field-label.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { controlProps, errorId, type FieldsProps } from "./field-props.ts";

interface TextFieldProps extends FieldsProps {
  field: "background" | "motivation" | "extra_context";
  label: string;
}

/** An optional text in the person's own words. */
export function TextField({ field, label, draft, ready, change, errorOf }: TextFieldProps) {
  const t = useTranslations("form");
  const error = errorOf(field);
  return (
    <div>
      <FieldLabel htmlFor={field} note={t("optional")}>
        {label}
      </FieldLabel>
      <TextArea
        value={draft[field]}
        readOnly={!ready}
        onChange={(event) => change({ [field]: event.target.value })}
        {...controlProps(field, error)}
      />
      <FieldError id={errorId(field)}>{error}</FieldError>
    </div>
  );
}
