"use client";

import type { ConnectionState, FailureReason } from "@wayfinder/client";
import { Lock, type LucideIcon, RotateCcw, Signpost, Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Notice } from "#web/ui/notice.tsx";

const ICONS: Partial<Record<FailureReason, LucideIcon>> = {
  no_such_task: Signpost,
  gone: Signpost,
  not_yours: Lock,
  not_signed_in: Lock,
};
/** What loading the page again cannot mend. */
const FINAL_REASONS: readonly FailureReason[] = ["no_such_task", "not_yours", "gone"];

interface StoppedNoticeProps {
  connection: ConnectionState;
  reason: FailureReason;
}

/** The channel gave up for good before it told anything: what happened, where, and the one thing to do. */
export function StoppedNotice({ connection, reason }: StoppedNoticeProps) {
  const t = useTranslations("live.stopped");
  const isFinal = FINAL_REASONS.includes(reason);
  return (
    <div className="wrap pt-7 pb-12 md:pt-12">
      <Notice
        framed
        level={1}
        role="alert"
        icon={ICONS[reason] ?? Unplug}
        title={t(`${reason}.title`)}
        actions={isFinal ? <Leave /> : <Reload />}
      >
        <p>{t(`${reason}.text`)}</p>
        {reason === "wrong_url" && <WrongUrl connection={connection} />}
      </Notice>
    </div>
  );
}

function WrongUrl({ connection: { url, right_path } }: { connection: ConnectionState }) {
  const t = useTranslations("live.stopped.wrong_url");
  return (
    <>
      <Address>{url}</Address>
      {right_path && (
        <>
          <p className="mt-3">{t("right")}</p>
          <Address>{right_path}</Address>
        </>
      )}
      <p className="mt-3">{t("what")}</p>
    </>
  );
}

const Address = ({ children }: { children: string }) => (
  <code className="mt-1 block rounded-card border border-line bg-sunken px-3 py-2 font-mono text-13 break-all text-ink">
    {children}
  </code>
);

function Leave() {
  const t = useTranslations("live.stopped");
  return (
    <>
      <LinkButton look="primary" href="/app/tasks">
        {t("your_tasks")}
      </LinkButton>
      <LinkButton look="ghost" href="/app/new">
        {t("new")}
      </LinkButton>
    </>
  );
}

function Reload() {
  const t = useTranslations("live.stopped");
  return (
    <>
      <Button look="primary" onClick={() => window.location.reload()}>
        <Icon of={RotateCcw} size={16} />
        {t("reload")}
      </Button>
      <LinkButton look="ghost" href="/app/tasks">
        {t("your_tasks")}
      </LinkButton>
    </>
  );
}
