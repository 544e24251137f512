import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoadmapScreen } from "#web/features/roadmap/roadmap-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("roadmap"))("title") };
}

export default async function RoadmapPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <main id="main" tabIndex={-1} className="wrap">
      <RoadmapScreen roadmapId={id} />
    </main>
  );
}
