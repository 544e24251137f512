import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { RoadmapList } from "#web/features/roadmap-list/roadmap-list.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("roadmaps"))("title") };
}

export default function RoadmapsPage() {
  const t = useTranslations("roadmaps");
  return (
    <main id="main" tabIndex={-1} className="wrap pt-7 pb-12 md:pt-12 md:pb-20">
      <RoadmapList title={t("title")} />
    </main>
  );
}
