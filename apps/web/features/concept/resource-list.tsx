import type { Language, Resource, ResourceKind } from "@wayfinder/protocol";
import { BookMarked, BookOpen, FileText, GraduationCap, type LucideIcon, ScrollText, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDay } from "#web/features/day/use-day.ts";
import { HTML_LANG } from "#web/i18n/language.ts";
import { Icon } from "#web/ui/icon.tsx";
import { readableResources } from "./readable-resources.ts";

const ICONS: Readonly<Record<ResourceKind, LucideIcon>> = {
  docs: BookOpen,
  standard: ScrollText,
  book: BookMarked,
  course: GraduationCap,
  article: FileText,
};

/** What to read on. Only what was checked is a link; the rest says what to search for. */
export function ResourceList({ items, language }: { items: readonly Resource[]; language: Language }) {
  return (
    <ul>
      {readableResources(items, language).map((item) => (
        <li key={`${item.title} ${item.find}`} className="border-line not-first:border-t">
          {item.url ? <LinkedResource item={item} url={item.url} language={language} /> : <SearchedResource item={item} />}
        </li>
      ))}
    </ul>
  );
}

const ROW = "grid min-h-11 grid-cols-[18px_minmax(0,1fr)] gap-2.5 py-[11px] leading-[22px]";

function LinkedResource({ item, url, language }: { item: Resource; url: string; language: Language }) {
  const t = useTranslations("concept.resources");
  const day = useDay();
  const kind = t(`kind.${item.kind}`);
  const facts = [
    item.publisher,
    item.checked_on ? t("checked", { kind, date: day(item.checked_on) }) : kind,
    ...(item.language === language ? [] : [t(`language.${item.language}`)]),
  ];
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" className={`group ${ROW} no-underline`}>
      <Icon of={ICONS[item.kind]} className="mt-0.5 text-ink-3" />
      <span className="min-w-0">
        <b lang={HTML_LANG[item.language]} className="font-medium break-words group-hover:underline">
          {item.title}
        </b>
        <span className="sr-only"> ({t("opens")})</span>
        <span className="block text-13 text-ink-3">{facts.join("\u00a0· ")}</span>
      </span>
    </a>
  );
}

function SearchedResource({ item }: { item: Resource }) {
  const t = useTranslations("concept.resources");
  return (
    <div className={ROW}>
      <Icon of={Search} className="mt-0.5 text-ink-3" />
      <span className="min-w-0">
        <b lang={HTML_LANG[item.language]} className="font-medium break-words">
          {t("search", { find: item.find })}
        </b>
        <span className="block text-13 text-ink-3">{t("unchecked")}</span>
      </span>
    </div>
  );
}
