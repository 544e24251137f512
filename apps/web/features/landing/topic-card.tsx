import type { Topic } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { explorePath } from "#web/features/explore/paths.ts";

/** A topic with its parts, each as far as it is written; a part leads to the form with itself as the goal. */
export function TopicCard({ topic }: { topic: Topic }) {
  const t = useTranslations("landing.topics");
  const written = topic.modules.reduce((sum, { concepts }) => sum + concepts.length, 0);
  const planned = topic.modules.reduce((sum, module) => sum + module.planned, 0);
  return (
    <section aria-label={topic.title}>
      <h3 className="text-17 tracking-17">
        <Link href={explorePath(topic.id)} className="inline-flex min-h-11 items-center no-underline hover:underline">
          {topic.title}
        </Link>
      </h3>
      <p className="mb-3 text-13 text-ink-3 tabular-nums">{t("coverage", { written, planned })}</p>
      <ul className="border-b border-line">
        {topic.modules.map((module) => (
          <li key={module.id} className="border-t border-line">
            <Link
              href={{ pathname: "/app/new", query: { goal: module.title } }}
              className="group flex min-h-12 items-center justify-between gap-3 py-2.5 no-underline"
            >
              <span className="group-hover:underline">{module.title}</span>
              <span className="text-13 text-ink-3 tabular-nums">
                {t("part", { written: module.concepts.length, planned: module.planned })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
