import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GoalForm } from "#web/features/goal-form/goal-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("form"))("title") };
}

interface NewPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function NewPage({ searchParams }: NewPageProps) {
  const { goal } = await searchParams;
  return (
    <main id="main" tabIndex={-1}>
      <GoalForm goal={typeof goal === "string" ? goal : undefined} />
    </main>
  );
}
