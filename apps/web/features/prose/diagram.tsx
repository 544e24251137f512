"use client";

import { useTranslations } from "next-intl";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Listing } from "./listing.tsx";
import { useDiagram } from "./use-diagram.ts";

/** A drawing written in Mermaid, with its code for who cannot see it; the code alone when it cannot be drawn. */
export function Diagram({ code }: { code: string }) {
  const t = useTranslations("concept.code");
  const picture = useDiagram(code);
  if (picture === null) return <Listing code={code} language="mermaid" />;
  return (
    <figure className="diagram" data-drawn={picture !== undefined}>
      {picture === undefined ? <Skeleton className="h-40" /> : <img src={picture} alt={t("drawing")} />}
      <details>
        <summary>{t("as_text")}</summary>
        <pre lang="en" tabIndex={0}>
          {code}
        </pre>
      </details>
    </figure>
  );
}
