"use client";

import type { ModelSettings } from "@wayfinder/protocol";
import { WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { FormSection } from "#web/features/goal-form/form-section.tsx";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { StatusBar } from "#web/ui/status-bar.tsx";
import { KeysClosed } from "./keys-closed.tsx";
import { LookFields } from "./look-fields.tsx";
import { ModelForm } from "./model-form.tsx";
import { ModelStatus } from "./model-status.tsx";
import { SearchNote } from "./search-note.tsx";
import { SettingsSkeleton } from "./settings-skeleton.tsx";
import { Spending } from "./spending.tsx";
import { useModelSettings } from "./use-model-settings.ts";
import { useSaveModel } from "./use-save-model.ts";

/** A person's settings: the model and what it may cost, web search, and how the pages look. */
export function SettingsScreen({ title }: { title: string }) {
  const t = useTranslations("settings");
  const { settings, error, retry } = useModelSettings();
  return (
    <div className="max-w-[808px]">
      <h1 className="mb-7 text-28 leading-[34px] md:text-34 md:leading-10">{title}</h1>
      {error && settings && (
        <StatusBar icon={<Icon of={WifiOff} size={16} />} className="mb-6 rounded-card">
          {t("stale")}
        </StatusBar>
      )}
      {settings ? (
        <ModelSections settings={settings} />
      ) : error ? (
        <div className="pb-8">
          <LoadFailure error={error} onRetry={retry} />
        </div>
      ) : (
        <SettingsSkeleton />
      )}
      <FormSection title={t("look.title")}>
        <LookFields />
      </FormSection>
    </div>
  );
}

function ModelSections({ settings }: { settings: ModelSettings }) {
  const t = useTranslations("settings");
  const commands = useSaveModel();
  return (
    <>
      <FormSection title={t("model.title")}>
        <ModelStatus settings={settings} commands={commands} />
      </FormSection>
      <FormSection title={t("own.title")}>
        {settings.providers.length > 0 ? <ModelForm settings={settings} save={commands.save} /> : <KeysClosed />}
      </FormSection>
      <FormSection title={t("spending.title")}>
        <Spending settings={settings} />
      </FormSection>
      <FormSection title={t("search.title")}>
        <SearchNote search={settings.search} />
      </FormSection>
    </>
  );
}
