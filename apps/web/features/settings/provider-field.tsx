import type { ProviderChoice } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { FieldError } from "#web/ui/field-error.tsx";

interface ProviderFieldProps {
  providers: readonly ProviderChoice[];
  value: string;
  error: string | undefined;
  onChange: (id: string) => void;
}

/** Whose model it is; a key goes to that host and nowhere else. */
export function ProviderField({ providers, value, error, onChange }: ProviderFieldProps) {
  const t = useTranslations("settings.own");
  return (
    <fieldset id="model-provider" tabIndex={-1} aria-describedby={error ? "model-provider-error" : undefined} className="min-w-0">
      <legend className="mb-2 font-medium">{t("provider")}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {providers.map(({ id, name, host }) => (
          <label
            key={id}
            className="relative grid min-h-14 cursor-pointer content-center rounded-card border border-edge bg-surface px-3.5 py-2 hover:bg-hover has-checked:border-ink has-checked:[box-shadow:inset_0_0_0_1px_var(--ink)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="provider"
              value={id}
              checked={id === value}
              onChange={() => onChange(id)}
              className="peer absolute inset-0 m-0 cursor-pointer opacity-0"
            />
            <span className="text-ink-2 peer-checked:font-[550] peer-checked:text-ink">{name}</span>
            <span className="font-mono text-12 break-all text-ink-3">{host}</span>
          </label>
        ))}
      </div>
      <FieldError id="model-provider-error">{error ?? ""}</FieldError>
    </fieldset>
  );
}
