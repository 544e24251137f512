import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DomainScreen } from "#web/features/explore/domain-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("explore"))("title") };
}

export default async function DomainPage({ params }: { params: Promise<{ domain: string }> }) {
  const { domain } = await params;
  return (
    <main id="main" tabIndex={-1} className="wrap">
      <DomainScreen domainId={domain} />
    </main>
  );
}
