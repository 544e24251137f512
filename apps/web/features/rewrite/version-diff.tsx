import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { classNames } from "#web/ui/class-names.ts";
import { foldSame, lineDiff, type ShownLine } from "./line-diff.ts";

const LOOKS: Readonly<Record<ShownLine["kind"], string>> = {
  same: "text-ink-2",
  added: "bg-done-soft text-ink",
  removed: "bg-bad-soft text-ink",
  skipped: "text-ink-3",
};
const SIGNS: Readonly<Record<ShownLine["kind"], string>> = { same: "", added: "+", removed: "−", skipped: "⋮" };

interface VersionDiffProps {
  before: string;
  after: string;
  /** The tag of the texts' language. */
  lang: string;
}

/** What two texts differ in, line by line; a sign and a word tell added from removed, not the colour alone. */
export function VersionDiff({ before, after, lang }: VersionDiffProps) {
  const t = useTranslations("rewrite.versions");
  const lines = useMemo(() => foldSame(lineDiff(before, after)), [before, after]);
  if (before === after) return <p className="mt-4 text-ink-2">{t("same")}</p>;
  return (
    <div
      tabIndex={0}
      role="group"
      aria-label={t("differences")}
      className="mt-4 max-h-[55dvh] overflow-y-auto rounded-card border border-line py-2 text-13"
    >
      {lines.map((line, nth) => (
        <p key={nth} className={classNames("grid grid-cols-[24px_minmax(0,1fr)] px-2 leading-6", LOOKS[line.kind])}>
          <span aria-hidden className="text-center font-mono">
            {SIGNS[line.kind]}
          </span>
          {line.kind === "skipped" ? (
            <span>{t("skipped", { count: line.count })}</span>
          ) : (
            <span className="min-w-0">
              {line.kind !== "same" && <span className="sr-only">{t(line.kind)} </span>}
              <span lang={lang} className="break-words whitespace-pre-wrap">
                {line.text || " "}
              </span>
            </span>
          )}
        </p>
      ))}
    </div>
  );
}
