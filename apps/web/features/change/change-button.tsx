import { PenLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { CHANGE_BUTTON_ID, CHANGE_PANEL_ID } from "./change-view.ts";

/** Opens and closes the panel of changes. */
export function ChangeButton({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }) {
  const t = useTranslations("change");
  return (
    <Button id={CHANGE_BUTTON_ID} aria-expanded={isOpen} aria-controls={isOpen ? CHANGE_PANEL_ID : undefined} onClick={onToggle}>
      <Icon of={PenLine} size={16} />
      {t("open")}
    </Button>
  );
}
