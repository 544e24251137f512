"use client";

import type { DomainMap } from "@wayfinder/protocol";
import { ArrowLeft, List, Route } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState } from "react";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { DocumentTitle } from "#web/ui/document-title.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Segmented } from "#web/ui/segmented.tsx";
import { useMedia } from "#web/ui/use-media.ts";
import { DomainFacts } from "./domain-facts.tsx";
import type { CatalogueIndex } from "./domain-index.ts";
import { DomainList } from "./domain-list.tsx";
import { DomainSkeleton } from "./domain-skeleton.tsx";
import { DomainView } from "./domain-view.tsx";
import { ExploreMissing } from "./explore-missing.tsx";
import { explorePath } from "./paths.ts";
import { useCatalogue } from "./use-catalogue.ts";

/** A domain as a map that can be walked. */
export function DomainScreen({ domainId }: { domainId: string }) {
  const { index, error, retry } = useCatalogue();
  const domain = index?.domains.get(domainId);
  if (index && domain) return <Domain domain={domain} index={index} />;
  if (index) return <ExploreMissing of="domain" back={explorePath()} />;
  if (!error) return <DomainSkeleton />;
  return (
    <div className="pt-7 md:pt-12">
      <LoadFailure level={1} error={error} onRetry={retry} />
    </div>
  );
}

function Domain({ domain, index }: { domain: DomainMap; index: CatalogueIndex }) {
  const t = useTranslations("explore");
  const [view, setView] = useState<"map" | "list">("map");
  const isWide = useMedia("(width >= 768px)");
  return (
    <>
      <DocumentTitle>{domain.title}</DocumentTitle>
      <header className="grid items-end gap-x-6 gap-y-4 pt-4 md:grid-cols-[minmax(0,1fr)_auto] md:pt-6">
        <div className="min-w-0">
          <Link href={explorePath()} className="inline-flex min-h-11 items-center gap-2 text-ink-2 no-underline hover:underline">
            <Icon of={ArrowLeft} size={16} />
            {t("back")}
          </Link>
          <h1 className="text-28 leading-[34px] break-words md:text-34 md:leading-10">{domain.title}</h1>
          <p className="mt-2 text-ink-2 tabular-nums">
            <DomainFacts domain={domain} />
          </p>
        </div>
        <div className="hidden md:block">
          <Segmented
            label={t("view.label")}
            value={view}
            onChange={setView}
            options={[
              { value: "map", label: t("view.map"), icon: Route },
              { value: "list", label: t("view.list"), icon: List },
            ]}
          />
        </div>
      </header>
      {isWide && view === "map" ? <DomainView domain={domain} index={index} /> : <DomainList domain={domain} index={index} />}
    </>
  );
}
