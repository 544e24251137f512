import type { FileFinding } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { StateIcon } from "#web/ui/state-icon.tsx";

/** What the linter says, in the order of the lines. It speaks English in either language: so do the rules. */
export function FindingList({ findings, withPath = false }: { findings: readonly FileFinding[]; withPath?: boolean }) {
  const t = useTranslations("preview");
  if (findings.length === 0)
    return (
      <p className="flex gap-2 text-ink-2">
        <StateIcon state="done" className="mt-[3px] text-done" />
        {t("clean")}
      </p>
    );
  return (
    <ol className="border-t border-line">
      {findings
        .toSorted((a, b) => a.line - b.line)
        .map((finding, nth) => (
          // two findings may be the same in everything but their place
          <li key={nth} className="border-b border-line py-2.5">
            <p className="flex flex-wrap items-baseline gap-x-2 text-13 text-ink-3">
              <b className="font-mono font-medium text-bad">{finding.rule}</b>
              {withPath && <span className="break-all">{finding.path}</span>}
              <span className="tabular-nums">{t("line", { line: finding.line })}</span>
            </p>
            <p lang="en" className="mt-0.5 leading-[22px] break-words">
              {finding.message}
            </p>
          </li>
        ))}
    </ol>
  );
}
