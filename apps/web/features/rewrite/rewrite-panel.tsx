"use client";

import type { Language } from "@wayfinder/protocol";
import { ChannelProvider } from "@wayfinder/react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { NeedsModel } from "#web/features/settings/needs-model.tsx";
import { useModelSettings } from "#web/features/settings/use-model-settings.ts";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { RewriteForm } from "./rewrite-form.tsx";
import type { Unit } from "./unit.ts";
import { useVersions } from "./use-versions.ts";
import { VersionLine } from "./version-line.tsx";

interface RewritePanelProps {
  unit: Unit;
  lang: Language;
}

/** A new version of a unit by a wish in words, and the versions there are. */
export function RewritePanel({ unit, lang }: RewritePanelProps) {
  const versions = useVersions(unit);
  return (
    <ChannelProvider>
      <div className="mt-1 grid gap-4 rounded-card border border-line bg-surface px-4 py-4">
        <Wish unit={unit} restore={versions.restore} />
        <VersionLine kind={unit.kind} versions={versions} lang={lang} />
      </div>
    </ChannelProvider>
  );
}

function Wish(props: ComponentProps<typeof RewriteForm>) {
  const t = useTranslations("rewrite");
  const { settings, error, retry } = useModelSettings();
  if (!settings) return error ? <LoadFailure level={3} error={error} onRetry={retry} /> : <Skeleton className="w-1/2" />;
  if (settings.source === "none") return <NeedsModel action={t("settings")}>{t("no_model")}</NeedsModel>;
  return <RewriteForm {...props} />;
}
