import type { ReactNode } from "react";
import { useLocale } from "next-intl";
import { ChineseFont } from "#web/ui/chinese-font.tsx";
import { DocumentTitle } from "#web/ui/document-title.tsx";
import type { Lesson } from "./lesson.ts";

/** A concept's page: its surroundings, its text, and what stands beside the text. */
export function LessonLayout({ lesson, children }: { lesson: Lesson; children: ReactNode }) {
  const isForeignFont = useLocale() === "en" && lesson.language === "zh";
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] justify-between gap-8 pt-5 pb-12 md:pt-8 lg:grid-cols-[232px_minmax(0,1fr)] lg:gap-10 lg:pb-24 xl:grid-cols-[256px_minmax(0,680px)_272px] xl:gap-12">
      <DocumentTitle>{lesson.concept.name.replaceAll("`", "")}</DocumentTitle>
      {isForeignFont && <ChineseFont />}
      {children}
    </div>
  );
}
