import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExploreConcept } from "#web/features/explore/explore-concept.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("concept"))("title") };
}

export default async function ExploreConceptPage({ params }: { params: Promise<{ domain: string; concept: string }> }) {
  const { domain, concept } = await params;
  return (
    <main id="main" tabIndex={-1} className="wrap">
      <ExploreConcept domainId={domain} conceptId={concept} />
    </main>
  );
}
