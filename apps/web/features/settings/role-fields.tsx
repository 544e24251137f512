import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FieldError } from "#web/ui/field-error.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { type ModelDraft, ROLES } from "./model-draft.ts";

interface RoleFieldsProps {
  draft: ModelDraft;
  /** What the server found wrong, by field; a role's is `roles.<role>`. */
  refused: ReadonlyMap<string, string>;
  onChange: (roles: ModelDraft["roles"]) => void;
}

/** Another model for some of the work; out of sight until somebody wants it. */
export function RoleFields({ draft, refused, onChange }: RoleFieldsProps) {
  const t = useTranslations("settings.roles");
  // shown as it is left: fields that are typed in, or saved, do not fold up
  const [isOpen, setOpen] = useState(ROLES.some((role) => draft.roles[role]));
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="group rounded-card border border-line bg-surface"
    >
      <summary className="flex min-h-11 list-none items-center justify-between gap-3 px-4 [&::-webkit-details-marker]:hidden">
        {t("title")}
        <Icon of={ChevronDown} className="text-ink-3 group-open:rotate-180" />
      </summary>
      <div className="border-t border-line px-4 pt-3 pb-4">
        <p className="text-13 text-ink-3">{t("text")}</p>
        {ROLES.map((role) => {
          const error = refused.get(`roles.${role}`);
          return (
            <div key={role} className="mt-4 grid items-start gap-x-6 gap-y-1.5 sm:grid-cols-[minmax(0,1fr)_240px]">
              <label htmlFor={`role-${role}`}>
                <span className="font-medium">{t(`${role}.name`)}</span>
                <span className="block text-13 text-ink-3">{t(`${role}.text`)}</span>
              </label>
              <div>
                <TextInput
                  id={`role-${role}`}
                  value={draft.roles[role] ?? ""}
                  placeholder={draft.model}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  maxLength={200}
                  aria-invalid={error ? true : undefined}
                  aria-describedby={error ? `role-${role}-error` : undefined}
                  onChange={(event) => onChange({ ...draft.roles, [role]: event.target.value })}
                  className="w-full font-mono text-13"
                />
                <FieldError id={`role-${role}-error`}>{error ?? ""}</FieldError>
              </div>
            </div>
          );
        })}
      </div>
    </details>
  );
}
