"use client";

import type { ConnectionState } from "@wayfinder/client";
import { RotateCcw, Unplug, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { StateIcon } from "#web/ui/state-icon.tsx";
import { StatusBar } from "#web/ui/status-bar.tsx";
import { connectionBar } from "./connection-view.ts";
import { useClock } from "./use-clock.ts";

interface ConnectionBarsProps {
  connection: ConnectionState;
  onRetry: () => void;
}

/** Says what is wrong with the connection, above content that stays. */
export function ConnectionBars({ connection, onRetry }: ConnectionBarsProps) {
  const t = useTranslations("live");
  const clock = useClock();
  const bar = connectionBar(connection);
  if (!bar) return null;
  const className = "mb-4 rounded-card";
  switch (bar.kind) {
    case "reconnecting":
      return (
        <StatusBar className={className} icon={<StateIcon state="busy" size={16} />}>
          {t("bar.reconnecting")}
        </StatusBar>
      );
    case "offline":
      return (
        <StatusBar className={className} icon={<Icon of={WifiOff} size={16} />}>
          {t("bar.offline")}
        </StatusBar>
      );
    case "gave_up":
      return (
        <StatusBar
          tone="warn"
          className={className}
          icon={<Icon of={Unplug} size={16} />}
          action={
            <Button onClick={onRetry}>
              <Icon of={RotateCcw} size={16} />
              {t("bar.try_now")}
            </Button>
          }
        >
          {t("bar.gave_up")} {bar.next_try_at !== null && t("bar.next_try", { time: clock(bar.next_try_at) })}
        </StatusBar>
      );
    case "stopped":
      return (
        <StatusBar tone="warn" className={className} icon={<Icon of={Unplug} size={16} />}>
          {t(`stopped.${bar.reason}.title`)}. {t(`stopped.${bar.reason}.text`)}
          {bar.reason === "wrong_url" && <code className="ml-1 font-mono break-all">{connection.url}</code>}
        </StatusBar>
      );
  }
}
