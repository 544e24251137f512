import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { SettingsScreen } from "#web/features/settings/settings-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default function SettingsPage() {
  const t = useTranslations("settings");
  return (
    <main id="main" tabIndex={-1} className="wrap pt-7 pb-12 md:pt-12 md:pb-20">
      <SettingsScreen title={t("title")} />
    </main>
  );
}
