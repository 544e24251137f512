import { KeyRound } from "lucide-react";
import { LinkButton } from "#web/ui/link-button.tsx";
import { StatusBar } from "#web/ui/status-bar.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { SETTINGS_PATH } from "./paths.ts";

/** Says that something needs a model, with the way to one. */
export function NeedsModel({ action, children }: { action: string; children: string }) {
  return (
    <StatusBar
      className="rounded-card"
      icon={<Icon of={KeyRound} size={16} />}
      action={
        <LinkButton href={SETTINGS_PATH} className="text-13">
          {action}
        </LinkButton>
      }
    >
      {children}
    </StatusBar>
  );
}
