"use client";

import { useTranslations } from "next-intl";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { NothingYet } from "#web/features/states/nothing-yet.tsx";
import { DomainCard } from "./domain-card.tsx";
import { ExploreSkeleton } from "./explore-skeleton.tsx";
import { useCatalogue } from "./use-catalogue.ts";

/** What the catalogue holds, domain by domain. */
export function ExploreScreen() {
  const t = useTranslations("explore");
  const { view, error, retry } = useCatalogue();
  return (
    <div className="pt-6 pb-16 md:pt-9 md:pb-24">
      <h1 className="text-28 leading-[34px] md:text-34 md:leading-10">{t("title")}</h1>
      <p className="mt-3 max-w-[68ch] text-17 leading-7 text-ink-2">{t("lead")}</p>
      <div className="mt-8 md:mt-10">
        {view ? (
          view.domains.length > 0 ? (
            <div className="grid gap-4 lg:grid-cols-3">
              {view.domains.map((domain) => (
                <DomainCard key={domain.id} domain={domain} />
              ))}
            </div>
          ) : (
            <Empty />
          )
        ) : error ? (
          <LoadFailure error={error} onRetry={retry} />
        ) : (
          <ExploreSkeleton label={t("loading")} />
        )}
      </div>
      <p className="mt-8 max-w-[68ch] text-13 text-ink-3">{t("built_in")}</p>
    </div>
  );
}

function Empty() {
  const t = useTranslations("explore.empty");
  return <NothingYet title={t("title")} text={t("text")} action={t("new")} />;
}
