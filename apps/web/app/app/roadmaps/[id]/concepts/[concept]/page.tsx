import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConceptScreen } from "#web/features/concept/concept-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("concept"))("title") };
}

export default async function ConceptPage({ params }: { params: Promise<{ id: string; concept: string }> }) {
  const { id, concept } = await params;
  return (
    <main id="main" tabIndex={-1} className="wrap">
      <ConceptScreen roadmapId={id} conceptId={concept} />
    </main>
  );
}
