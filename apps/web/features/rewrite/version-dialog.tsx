"use client";

import type { ContentKind, ContentVersionView, Language } from "@wayfinder/protocol";
import { RotateCcw, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { useMoment } from "#web/features/day/use-moment.ts";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { HTML_LANG } from "#web/i18n/language.ts";
import { Button } from "#web/ui/button.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { VersionDiff } from "./version-diff.tsx";
import type { useVersions } from "./use-versions.ts";

interface VersionDialogProps {
  kind: ContentKind;
  lang: Language;
  /** The newest first, at least two. */
  versions: readonly ContentVersionView[];
  restore: ReturnType<typeof useVersions>["restore"];
  onClose: () => void;
}

/** Two versions compared line by line, and the way back to the older one. The browser keeps the focus inside and closes on Escape. */
export function VersionDialog({ kind, lang, versions, restore, onClose }: VersionDialogProps) {
  const t = useTranslations("rewrite.versions");
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const [from, setFrom] = useState(versions[1]?.version ?? 1);
  const [to, setTo] = useState(versions[0]?.version ?? 1);
  const [before, after] = [from, to].map((wanted) => versions.find(({ version }) => version === wanted));
  return (
    <dialog
      ref={dialog}
      aria-labelledby={title}
      onClose={onClose}
      className="m-auto max-h-[calc(100dvh-32px)] w-[min(880px,calc(100vw-32px))] rounded-panel border border-line bg-surface px-4 pt-3 pb-5 text-15 text-ink backdrop:bg-[oklch(15%_0.02_265/0.55)] md:px-6"
    >
      <div className="flex items-center gap-3">
        <h2 id={title} className="text-17 tracking-17">
          {t(`title.${kind}`)}
        </h2>
        <IconButton icon={X} label={t("close")} onClick={() => dialog.current?.close()} className="-mr-2 ml-auto" />
      </div>
      <div className="mt-3 grid gap-3 sm:grid-cols-2">
        <VersionChoice label={t("old")} versions={versions} value={from} onChange={setFrom} />
        <VersionChoice label={t("new")} versions={versions} value={to} onChange={setTo} />
      </div>
      {before && after && <VersionDiff before={before.text} after={after.text} lang={HTML_LANG[lang]} />}
      {before && !before.current && (
        <Button
          disabled={restore.isPending}
          onClick={() => restore.mutate(before.version, { onSuccess: () => dialog.current?.close() })}
          className="mt-4"
        >
          <Icon of={RotateCcw} size={16} />
          {restore.isPending ? t("restoring") : t("restore", { version: before.version })}
        </Button>
      )}
      {restore.error && <ActionError error={restore.error} />}
    </dialog>
  );
}

interface VersionChoiceProps {
  label: string;
  versions: readonly ContentVersionView[];
  value: number;
  onChange: (version: number) => void;
}

function VersionChoice({ label, versions, value, onChange }: VersionChoiceProps) {
  const t = useTranslations("rewrite.versions");
  const moment = useMoment();
  const id = useId();
  return (
    <SelectField
      id={id}
      label={label}
      value={String(value)}
      groups={[
        {
          key: "versions",
          options: versions.map(({ version, current, created_at }) => ({
            value: String(version),
            label: t(current ? "current" : "name", { version, date: moment(created_at) }),
          })),
        },
      ]}
      onChange={(version) => onChange(Number(version))}
    />
  );
}
