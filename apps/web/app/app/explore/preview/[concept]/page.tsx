import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { readConfig } from "#web/config.ts";
import { PreviewScreen } from "#web/features/preview/preview-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("preview"))("title") };
}

/** Only where somebody writes concept files (CATALOGUE_PREVIEW=1). */
export default async function PreviewPage({ params }: { params: Promise<{ concept: string }> }) {
  if (!readConfig().cataloguePreview) notFound();
  const { concept } = await params;
  return (
    <main id="main" tabIndex={-1} className="wrap">
      <PreviewScreen conceptId={concept} />
    </main>
  );
}
