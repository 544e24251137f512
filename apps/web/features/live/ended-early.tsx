"use client";

import type { Snapshot } from "@wayfinder/protocol/fold";
import { CircleSlash, Compass } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { needsSettings } from "./failure-cause.ts";
import { RetryButton } from "./retry-button.tsx";
import { SettingsButton } from "./settings-button.tsx";

interface EndedEarlyProps {
  taskId: string;
  snapshot: Snapshot;
}

/** In the place of the map, when a task ended before anything was understood: that it did, why, and what to do. */
export function EndedEarly({ taskId, snapshot }: EndedEarlyProps) {
  const { status, error } = snapshot;
  const t = useTranslations("live");
  const hasFailed = status === "failed";
  return (
    <div className="rise max-lg:order-[-3]">
      <Notice
        framed
        icon={hasFailed ? Compass : CircleSlash}
        title={t(hasFailed ? "early.failed" : "early.cancelled")}
        actions={
          <>
            <RetryButton primary taskId={taskId} label={t(hasFailed ? "actions.retry" : "actions.again")} />
            <SettingsButton snapshot={snapshot} />
            <LinkButton href="/app/new">{t("early.new")}</LinkButton>
          </>
        }
      >
        {error?.message && <p className="mb-1.5 break-words text-ink">{error.message}</p>}
        <p>{t(needsSettings(snapshot) ? "early.settings_what" : hasFailed ? "early.failed_what" : "early.cancelled_what")}</p>
      </Notice>
    </div>
  );
}
