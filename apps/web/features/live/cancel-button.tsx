"use client";

import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { useTaskActions } from "#web/features/tasks/use-task-actions.ts";
import { Button } from "#web/ui/button.tsx";
import { buttonLook } from "#web/ui/button-look.ts";

/** Stops the work, after a question: it is the one press on this page that cannot be taken back. */
export function CancelButton({ taskId }: { taskId: string }) {
  const t = useTranslations("live.actions");
  const { cancel } = useTaskActions(taskId);
  const keep = useRef<HTMLButtonElement>(null);
  return (
    <Popover.Root>
      <Popover.Trigger className={buttonLook("ghost")}>{t(cancel.isPending ? "cancelling" : "cancel")}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="end" className="z-10">
          {/* a second Enter must not stop the work */}
          <Popover.Popup initialFocus={keep} className="max-w-80 rounded-card border border-line bg-surface p-4">
            <Popover.Description className="text-ink-2">{t("sure")}</Popover.Description>
            <div className="mt-3 flex flex-wrap gap-2">
              <Button busy={cancel.isPending || cancel.isSuccess} onClick={() => cancel.mutate()}>
                {t("stop")}
              </Button>
              <Popover.Close ref={keep} className={buttonLook("ghost")}>
                {t("keep")}
              </Popover.Close>
            </div>
            {cancel.error && <ActionError error={cancel.error} />}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
