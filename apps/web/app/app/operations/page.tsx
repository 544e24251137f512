import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { OperationsScreen } from "#web/features/operations/operations-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operations"))("title"), robots: { index: false } };
}

export default function OperationsPage() {
  const t = useTranslations("operations");
  return (
    <main id="main" tabIndex={-1} className="wrap pt-7 pb-12 md:pt-12 md:pb-20">
      <h1 className="text-28 leading-[34px] md:text-34">{t("title")}</h1>
      <OperationsScreen />
    </main>
  );
}
