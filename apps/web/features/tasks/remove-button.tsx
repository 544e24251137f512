"use client";

import { Popover } from "@base-ui/react/popover";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonLook } from "#web/ui/button-look.ts";
import { Icon } from "#web/ui/icon.tsx";

interface RemoveButtonProps {
  /** Names the button with its task, for who hears one after the other. */
  label: string;
  /** Whether there is a roadmap of it, which stays. */
  keepsRoadmap: boolean;
  isBusy: boolean;
  onPress: () => void;
}

/** Removes a task that has ended, after a question: what it told of its work is gone then. */
export function RemoveButton({ label, keepsRoadmap, isBusy, onPress }: RemoveButtonProps) {
  const t = useTranslations("tasks.removal");
  return (
    <Popover.Root>
      <Popover.Trigger className={buttonLook("ghost", "w-11 px-0")} aria-label={label} disabled={isBusy}>
        <Icon of={Trash2} size={18} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="end" className="z-10">
          <Popover.Popup className="max-w-80 rounded-card border border-line bg-surface p-4">
            <Popover.Description className="text-ink-2">{t(keepsRoadmap ? "sure" : "sure_alone")}</Popover.Description>
            <div className="mt-3 flex flex-wrap gap-2">
              <Popover.Close className={buttonLook("plain")} onClick={onPress}>
                {t("remove")}
              </Popover.Close>
              <Popover.Close className={buttonLook("ghost")}>{t("keep")}</Popover.Close>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
