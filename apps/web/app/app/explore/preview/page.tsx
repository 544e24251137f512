import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { readConfig } from "#web/config.ts";
import { PreviewListScreen } from "#web/features/preview/preview-list-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("preview"))("title") };
}

/** Only where somebody writes concept files (CATALOGUE_PREVIEW=1). */
export default function PreviewListPage() {
  if (!readConfig().cataloguePreview) notFound();
  return (
    <main id="main" tabIndex={-1} className="wrap">
      <PreviewListScreen />
    </main>
  );
}
