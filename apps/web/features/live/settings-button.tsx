import type { Snapshot } from "@wayfinder/protocol/fold";
import { useTranslations } from "next-intl";
import { SETTINGS_PATH } from "#web/features/settings/paths.ts";
import { LinkButton } from "#web/ui/link-button.tsx";
import { needsSettings } from "./failure-cause.ts";

/** The way to the settings, beside another try that would fail of the same; nothing where they are not at fault. */
export function SettingsButton({ snapshot }: { snapshot: Pick<Snapshot, "error" | "units"> }) {
  const t = useTranslations("live.actions");
  return needsSettings(snapshot) ? <LinkButton href={SETTINGS_PATH}>{t("settings")}</LinkButton> : null;
}
