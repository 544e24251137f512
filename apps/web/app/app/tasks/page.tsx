import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { TaskListScreen } from "#web/features/tasks/task-list-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("title") };
}

export default function TasksPage() {
  const t = useTranslations("tasks");
  return (
    <main id="main" tabIndex={-1} className="wrap pt-7 pb-12 md:pt-12 md:pb-20">
      <TaskListScreen title={t("title")} />
    </main>
  );
}
