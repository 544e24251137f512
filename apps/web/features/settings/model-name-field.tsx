import { useTranslations } from "next-intl";
import { FieldError } from "#web/ui/field-error.tsx";
import { FieldLabel } from "#web/ui/field-label.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

interface ModelNameFieldProps {
  value: string;
  suggestions: readonly string[];
  error: string | undefined;
  onChange: (model: string) => void;
}

/** The model's name, written or taken from the suggestions; any name the provider knows will do. */
export function ModelNameField({ value, suggestions, error, onChange }: ModelNameFieldProps) {
  const t = useTranslations("settings.own");
  return (
    <div>
      <FieldLabel htmlFor="model-model">{t("model")}</FieldLabel>
      <TextInput
        id="model-model"
        value={value}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? "model-model-error" : undefined}
        onChange={(event) => onChange(event.target.value)}
        className="w-full font-mono text-13"
      />
      {suggestions.length > 0 && (
        <div role="group" aria-label={t("suggestions")} className="mt-2 flex flex-wrap gap-2">
          {suggestions.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === value}
              onClick={() => onChange(name)}
              className="min-h-11 rounded-card border border-line px-3 font-mono text-13 break-all text-ink-2 hover:bg-hover aria-pressed:border-ink aria-pressed:text-ink"
            >
              {name}
            </button>
          ))}
        </div>
      )}
      <FieldError id="model-model-error">{error ?? ""}</FieldError>
    </div>
  );
}
