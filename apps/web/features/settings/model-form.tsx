"use client";

import type { ModelSettings } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { Button } from "#web/ui/button.tsx";
import { KeyField } from "./key-field.tsx";
import { missingFields, type ModelDraft, type ModelField, requestOf } from "./model-draft.ts";
import { ModelNameField } from "./model-name-field.tsx";
import { ProviderField } from "./provider-field.tsx";
import { RoleFields } from "./role-fields.tsx";
import { useModelDraft } from "./use-model-draft.ts";
import { useRefusedFields } from "./use-refused-fields.ts";
import type { useSaveModel } from "./use-save-model.ts";

interface ModelFormProps {
  settings: ModelSettings;
  save: ReturnType<typeof useSaveModel>["save"];
}

/** A provider, a model and a key of one's own; each role may have another model. */
export function ModelForm({ settings, save }: ModelFormProps) {
  const t = useTranslations("settings.own");
  const { draft, missing, setMissing, ...form } = useModelDraft(settings);
  const refused = useRefusedFields(save.error);
  const change = (part: Partial<ModelDraft>) => {
    form.change(part);
    if (save.isError || save.isSuccess) save.reset();
  };
  const errorOf = (field: ModelField) => (missing.includes(field) ? t(`errors.${field}`) : refused.get(field));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = missingFields(draft, settings);
    setMissing(found);
    if (found[0]) document.getElementById(`model-${found[0]}`)?.focus();
    else save.mutate(requestOf(draft));
  };
  const provider = settings.providers.find(({ id }) => id === draft.provider);
  const isKept = settings.source === "own" && settings.provider === draft.provider;
  return (
    <form noValidate onSubmit={submit} className="grid gap-6">
      <p className="text-ink-2">{t("text")}</p>
      <ProviderField
        providers={settings.providers}
        value={draft.provider}
        error={errorOf("provider")}
        onChange={(id) => change({ provider: id })}
      />
      <ModelNameField
        value={draft.model}
        suggestions={provider?.models ?? []}
        error={errorOf("model")}
        onChange={(model) => change({ model })}
      />
      <KeyField
        value={draft.key}
        hint={isKept ? settings.key_hint : null}
        provider={provider}
        error={errorOf("key")}
        onChange={(key) => change({ key })}
      />
      <RoleFields draft={draft} refused={refused} onChange={(roles) => change({ roles })} />
      <div>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="primary" busy={save.isPending}>
            {t(save.isPending ? "saving" : "save")}
          </Button>
          <span role="status" className="text-13">
            {save.isSuccess && (
              <span ref={takeFocus} tabIndex={-1} className="text-done outline-none">
                {t("saved")}
              </span>
            )}
          </span>
        </div>
        {save.error && refused.size === 0 && <ActionError error={save.error} />}
      </div>
    </form>
  );
}

/** It was sent with Enter in a field that may be far above: the reader is taken to what is said of it. */
const takeFocus = (saved: HTMLElement | null): void => saved?.focus();
