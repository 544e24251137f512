import type { ProviderChoice } from "@wayfinder/protocol";
import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { FieldError } from "#web/ui/field-error.tsx";
import { FieldLabel } from "#web/ui/field-label.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

interface KeyFieldProps {
  value: string;
  /** The last characters of the key that is kept for this provider. */
  hint: string | null;
  provider: ProviderChoice | undefined;
  error: string | undefined;
  onChange: (key: string) => void;
}

/** The key goes in and is never shown again, but for its last characters. */
export function KeyField({ value, hint, provider, error, onChange }: KeyFieldProps) {
  const t = useTranslations("settings.own");
  return (
    <div>
      <FieldLabel htmlFor="model-key">{t("key")}</FieldLabel>
      <TextInput
        id="model-key"
        type="password"
        value={value}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        placeholder={hint === null ? undefined : t("key_kept", { hint })}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? "model-key-hint model-key-error" : "model-key-hint"}
        onChange={(event) => onChange(event.target.value)}
        className="w-full font-mono text-13"
      />
      <FieldError id="model-key-error">{error ?? ""}</FieldError>
      <p id="model-key-hint" className="mt-2 text-13 text-ink-3">
        {hint !== null && `${t("key_stays")} `}
        {t("key_hint")}
      </p>
      {provider && (
        <a
          href={provider.key_page}
          target="_blank"
          rel="noopener noreferrer"
          className="inline-flex min-h-11 items-center gap-1.5 text-13 text-ink-2 hover:text-ink"
        >
          {t("key_page", { host: new URL(provider.key_page).host })}
          <Icon of={ExternalLink} size={14} />
          <span className="sr-only">{t("opens")}</span>
        </a>
      )}
    </div>
  );
}
