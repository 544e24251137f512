import type { DomainMap } from "@wayfinder/protocol";
import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { InlineCode } from "#web/features/prose/inline-code.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { DomainFacts } from "./domain-facts.tsx";
import { SEPARATOR } from "./separator.ts";
import { explorePath } from "./paths.ts";

/** A domain: how much it is, what one can do after it, and the way to its map. */
export function DomainCard({ domain }: { domain: DomainMap }) {
  const t = useTranslations("explore.domain");
  return (
    <Panel aria-labelledby={domain.id} className="flex flex-col p-5 md:p-6">
      <h2 id={domain.id} className="text-20 tracking-20">
        {domain.title}
      </h2>
      <p className="mt-1 text-13 text-ink-3 tabular-nums">
        <DomainFacts domain={domain} />
      </p>
      <h3 className="mt-5 text-13 font-[550] tracking-normal text-ink-2">{t("after")}</h3>
      <ul className="mt-1.5 grid gap-1.5">
        {domain.outcomes.map((outcome) => (
          <li
            key={outcome}
            className="relative pl-5 before:absolute before:top-[9px] before:left-1 before:size-[7px] before:rounded-full before:border-[1.5px] before:border-edge"
          >
            <InlineCode>{outcome}</InlineCode>
          </li>
        ))}
      </ul>
      <h3 className="mt-5 text-13 font-[550] tracking-normal text-ink-2">{t("parts")}</h3>
      <p className="mt-1.5 text-ink-2">{domain.modules.map(({ title }) => title).join(SEPARATOR)}</p>
      <div className="mt-auto pt-6">
        <LinkButton href={explorePath(domain.id)}>
          {t("open")}
          <span className="sr-only">: {domain.title}</span>
          <Icon of={ArrowRight} size={16} />
        </LinkButton>
      </div>
    </Panel>
  );
}
