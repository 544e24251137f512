import type { Revision } from "@wayfinder/protocol/fold";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Icon } from "#web/ui/icon.tsx";

/** Differences that are read at a glance; the rest is behind a press. */
const AT_A_GLANCE = 5;

/** What became of the latest wish for changes: the wish, what the editor says, and the differences. */
export function WhatChanged({ revision: { feedback, changes, summaries, failed }, lang }: { revision: Revision; lang: string }) {
  const t = useTranslations("review.changed_by_wish");
  const [first, rest] = [changes.slice(0, AT_A_GLANCE), changes.slice(AT_A_GLANCE)];
  return (
    <section aria-labelledby="review-changes" className="mt-4 max-w-[808px] rounded-card bg-sunken px-4 py-3">
      <h3 id="review-changes" className="text-15 font-semibold tracking-15">
        {t("title")}
      </h3>
      {feedback && failed === undefined && (
        <blockquote className="mt-1 border-l-2 border-edge pl-3 break-words whitespace-pre-line text-ink-2">
          {feedback}
        </blockquote>
      )}
      {summaries.map((summary, nth) => (
        <p key={nth} lang={lang} className="mt-2 break-words">
          {summary}
        </p>
      ))}
      {failed !== undefined && (
        <div className="mt-2 flex gap-2">
          <Icon of={TriangleAlert} size={16} className="mt-1 flex-none text-warn" />
          <div className="min-w-0">
            <p className="break-words text-warn">{t("failed", { reason: failed })}</p>
            <p className="text-ink-2">{t("kept")}</p>
          </div>
        </div>
      )}
      {changes.length === 0 && failed === undefined && <p className="mt-2 text-ink-2">{t("nothing")}</p>}
      <Changes changes={first} lang={lang} />
      {rest.length > 0 && (
        <details className="mt-1">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-13 text-ink-2 underline">
            {t("more", { count: rest.length })}
          </summary>
          <Changes changes={rest} lang={lang} />
        </details>
      )}
    </section>
  );
}

function Changes({ changes, lang }: { changes: readonly string[]; lang: string }) {
  if (changes.length === 0) return null;
  return (
    <ul lang={lang} className="mt-2 grid list-disc gap-1 pl-5 text-13 text-ink-2">
      {changes.map((change, nth) => (
        <li key={nth} className="break-words">
          {change}
        </li>
      ))}
    </ul>
  );
}
