import type { Change } from "@wayfinder/protocol";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { langOfWords } from "#web/i18n/language.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { DifferenceList } from "./difference-list.tsx";

interface ProposalProps {
  change: Change;
  lang: string;
  isBusy: boolean;
  onApply: () => void;
  onReject: () => void;
}

/** What a request in words would do, and the decision on it. */
export function Proposal({ change, lang, isBusy, onApply, onReject }: ProposalProps) {
  const t = useTranslations("change");
  const { change_id, request, summary, differences, findings } = change;
  const canApply = findings.length === 0;
  const refusal = t(canApply ? "reject" : "dismiss");
  const label = (action: string) => t("label", { action, request });
  return (
    <article aria-labelledby={`proposal-${change_id}`} className="rounded-card border border-edge px-4 py-4 md:px-5">
      <h3 id={`proposal-${change_id}`} className="text-15 tracking-15">
        {t("proposal")}
      </h3>
      <blockquote
        lang={langOfWords(request)}
        className="mt-1 border-l-2 border-line pl-3 break-words whitespace-pre-line text-ink-2"
      >
        {request}
      </blockquote>
      {summary && (
        <p lang={lang} className="mt-3 break-words">
          {summary}
        </p>
      )}
      {!canApply ? (
        <div className="mt-4 flex gap-3 rounded-card bg-warn-soft px-4 py-3">
          <Icon of={TriangleAlert} className="mt-0.5 text-warn" />
          <div className="min-w-0">
            <p>{t("findings")}</p>
            <ul lang={lang} className="mt-1 grid gap-1">
              {findings.map((finding) => (
                <li key={finding} className="break-words">
                  {finding}
                </li>
              ))}
            </ul>
          </div>
        </div>
      ) : (
        <div className="mt-4">
          <DifferenceList differences={differences} lang={lang} />
        </div>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        {canApply && (
          <Button disabled={isBusy} aria-label={label(t("apply"))} onClick={onApply}>
            {t("apply")}
          </Button>
        )}
        <Button look={canApply ? "ghost" : "plain"} disabled={isBusy} aria-label={label(refusal)} onClick={onReject}>
          {refusal}
        </Button>
      </div>
    </article>
  );
}
