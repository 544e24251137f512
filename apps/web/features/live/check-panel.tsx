"use client";

import type { Critique, Finding, Repair } from "@wayfinder/protocol";
import type { Snapshot } from "@wayfinder/protocol/fold";
import { ChevronDown, ShieldQuestion, Wrench } from "lucide-react";
import { useTranslations } from "next-intl";
import { Icon } from "#web/ui/icon.tsx";
import { Panel } from "#web/ui/panel.tsx";

// In the order of their weights. The protocol's own list stands beside schemas whose validator a page should not load.
const DIMENSIONS = ["completeness", "progression", "stage_coherence", "module_clarity", "user_alignment"] as const;

/** What the checks said of the structure: the critic's score, what it found, and what code has mended. */
export function CheckPanel({ snapshot: { validation }, lang }: { snapshot: Snapshot; lang: string }) {
  const t = useTranslations("live.check");
  if (!validation) return null;
  const { critique, repairs, findings } = validation;
  if (!critique && repairs.length === 0 && findings.length === 0) return null;
  return (
    <Panel>
      <details className="group">
        <summary className="flex min-h-[46px] cursor-pointer list-none items-center gap-2.5 px-4 focus-visible:-outline-offset-2 md:px-5">
          <h2 className="text-15 font-semibold tracking-15">{t("title")}</h2>
          <span className="ml-auto text-13 text-ink-2 tabular-nums">
            {critique?.available && critique.score !== undefined
              ? t("score", { score: Math.round(critique.score) })
              : t("repairs", { count: repairs.length })}
          </span>
          <Icon of={ChevronDown} size={16} className="text-ink-3 group-open:rotate-180" />
        </summary>
        <div className="grid gap-4 border-t border-line px-4 py-4 md:px-5">
          {critique && <CriticsWord critique={critique} />}
          <Told title={t("findings")} told={[...findings, ...(critique?.findings ?? [])]} lang={lang} />
          <Told title={t("mended")} told={repairs} lang={lang} />
        </div>
      </details>
    </Panel>
  );
}

function CriticsWord({ critique }: { critique: Critique }) {
  const t = useTranslations("live.check");
  if (!critique.available) {
    return (
      <p className="flex gap-2.5 text-13 text-ink-2">
        <Icon of={ShieldQuestion} size={16} className="mt-0.5 text-ink-3" />
        {t("unavailable")}
      </p>
    );
  }
  const { dimensions = {} } = critique;
  const judged = DIMENSIONS.flatMap((name) => (dimensions[name] === undefined ? [] : [{ name, score: dimensions[name] }]));
  return (
    <dl className="grid gap-2.5">
      {judged.map(({ name, score }) => (
        <div key={name} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 text-13">
          <dt className="text-ink-2">{t(`dimension.${name}`)}</dt>
          <dd className="tabular-nums">{Math.round(score)}</dd>
          <div aria-hidden className="col-span-2 mt-1 h-1 overflow-hidden rounded-full bg-sunken">
            <i className="block h-full rounded-full bg-ink-3" style={{ width: `${score}%` }} />
          </div>
        </div>
      ))}
    </dl>
  );
}

function Told({ title, told, lang }: { title: string; told: readonly (Finding | Repair)[]; lang: string }) {
  if (told.length === 0) return null;
  return (
    <section>
      <h3 className="flex items-center gap-2 text-13 font-[550] tracking-normal text-ink-2">
        <Icon of={Wrench} size={16} className="text-ink-3" />
        {title}
      </h3>
      <ul lang={lang} className="mt-1.5 grid gap-1.5 text-13">
        {told.map(({ message }, nth) => (
          // The same may be told twice.
          <li key={nth} className="break-words">
            {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
