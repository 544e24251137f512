"use client";

import type { TaskEvent } from "@wayfinder/protocol";
import type { Snapshot } from "@wayfinder/protocol/fold";
import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { SETTINGS_PATH } from "#web/features/settings/paths.ts";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { useTaskActions } from "#web/features/tasks/use-task-actions.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { StateIcon } from "#web/ui/state-icon.tsx";
import { BudgetWords } from "./budget-words.tsx";
import { pauseOf, type ShownPause } from "./pause.ts";

interface PausedBarProps {
  taskId: string;
  snapshot: Snapshot;
  events: readonly TaskEvent[];
  /** Of the task: its server's words are in its language. */
  lang: string;
}

/** Why nothing new starts, and the way on. */
export function PausedBar({ taskId, snapshot, events, lang }: PausedBarProps) {
  const pause = pauseOf(snapshot, events);
  return pause && <Paused taskId={taskId} pause={pause} lang={lang} />;
}

function Paused({ taskId, pause, lang }: { taskId: string; pause: ShownPause; lang: string }) {
  const t = useTranslations("live.paused");
  const { resume } = useTaskActions(taskId);
  const isGoing = resume.isPending || resume.isSuccess;
  const isBudget = pause.reason === "budget";
  return (
    <Panel role="status" className="mb-5 flex flex-wrap items-center gap-x-6 gap-y-3 px-5 py-3.5">
      <div className="flex min-w-0 flex-1 basis-72 gap-3">
        <StateIcon state="paused" className={`mt-[3px] ${isBudget ? "text-warn" : "text-ink-2"}`} />
        <div className="min-w-0">
          <p className="font-[550]">{t(isBudget ? "budget" : "user")}</p>
          {isBudget ? <BudgetWords pause={pause} lang={lang} /> : <p className="break-words text-ink-2">{t("user_what")}</p>}
          {resume.error && <ActionError error={resume.error} />}
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        {isBudget && <LinkButton href={SETTINGS_PATH}>{t("settings")}</LinkButton>}
        <Button look="primary" data-takes-focus busy={isGoing} onClick={() => resume.mutate()}>
          <Icon of={Play} size={16} />
          {t(isGoing ? "going" : "resume")}
        </Button>
      </div>
    </Panel>
  );
}
