import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExploreScreen } from "#web/features/explore/explore-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("explore"))("title") };
}

export default function ExplorePage() {
  return (
    <main id="main" tabIndex={-1} className="wrap">
      <ExploreScreen />
    </main>
  );
}
