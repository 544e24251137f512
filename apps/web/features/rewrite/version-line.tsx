"use client";

import type { ContentKind, Language } from "@wayfinder/protocol";
import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import type { useVersions } from "./use-versions.ts";
import { VersionDialog } from "./version-dialog.tsx";

interface VersionLineProps {
  kind: ContentKind;
  versions: ReturnType<typeof useVersions>;
  lang: Language;
}

/** How many versions are kept, and the way to compare them. */
export function VersionLine({ kind, versions: { query, restore }, lang }: VersionLineProps) {
  const t = useTranslations("rewrite.versions");
  const [isOpen, setOpen] = useState(false);
  const { data: versions, error, refetch } = query;
  if (!versions) {
    if (error) return <LoadFailure level={3} error={error} onRetry={() => void refetch()} />;
    return (
      <Loading label={t("loading")}>
        <Skeleton className="w-2/5" />
      </Loading>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-ink-3">
      <Icon of={History} size={16} />
      <p className="min-w-0 flex-1">{versions.length > 1 ? t("count", { count: versions.length }) : t("one")}</p>
      {versions.length > 1 && <Button onClick={() => setOpen(true)}>{t("open")}</Button>}
      {restore.data && (
        <p role="status" className="w-full text-done">
          {t("restored", { version: restore.data.version })}
        </p>
      )}
      {isOpen && <VersionDialog kind={kind} lang={lang} versions={versions} restore={restore} onClose={() => setOpen(false)} />}
    </div>
  );
}
