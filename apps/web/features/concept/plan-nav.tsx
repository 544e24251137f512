import type { ConceptPage } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { conceptPath } from "#web/features/roadmap/paths.ts";
import type { RoadmapIndex } from "#web/features/roadmap/roadmap-index.ts";
import { HTML_LANG } from "#web/i18n/language.ts";
import { classNames } from "#web/ui/class-names.ts";

/** The concepts before and after this one in the order of the plan. */
export function PlanNav({ page, index }: { page: ConceptPage; index: RoadmapIndex | undefined }) {
  const t = useTranslations("concept.plan");
  if (!index) return null;
  const at = index.order.indexOf(page.concept.concept_id);
  const previous = at > 0 ? index.order[at - 1] : undefined;
  const next = at < 0 ? undefined : index.order[at + 1];
  const card = (id: string, label: string, isNext: boolean) => (
    <Link
      href={conceptPath(page.roadmap_id, id)}
      className={classNames(
        "block min-w-0 rounded-card border border-line bg-surface px-[18px] py-3.5 no-underline hover:bg-hover",
        isNext && "col-start-2 text-right",
      )}
    >
      <span className="block text-13 text-ink-3">{label}</span>
      <b lang={HTML_LANG[page.language]} className="font-[550] break-words">
        {index.concepts.get(id)?.concept.name}
      </b>
    </Link>
  );
  return (
    <nav aria-label={t("label")} className="mt-8 grid grid-cols-2 gap-2 md:gap-4">
      {previous !== undefined && card(previous, t("previous"), false)}
      {next === undefined ? (
        <p className="col-start-2 self-center text-right text-13 text-ink-3">{t("end")}</p>
      ) : (
        card(next, t("next"), true)
      )}
    </nav>
  );
}
