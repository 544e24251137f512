import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveScreen } from "#web/features/live/live-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("live"))("title") };
}

export default async function TaskPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <main id="main" tabIndex={-1}>
      <LiveScreen taskId={id} />
    </main>
  );
}
