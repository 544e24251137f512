import { useTranslations } from "next-intl";
import type { Purpose } from "./purpose.ts";

interface AskedCardProps {
  purpose: Purpose;
  title: string;
}

/** What a later task was asked for, in the person's words if there are any, and what it leaves as it is. */
export function AskedCard({ purpose, title }: AskedCardProps) {
  const t = useTranslations("live.asked");
  const words = "words" in purpose ? purpose.words : undefined;
  return (
    <div
      tabIndex={0}
      role="group"
      aria-label={t("label")}
      className="min-h-0 overflow-y-auto px-4 pt-4 pb-[18px] focus-visible:-outline-offset-2 md:px-5"
    >
      {words === undefined ? (
        <p className="text-17 font-[550] tracking-17 break-words">{title}</p>
      ) : (
        <>
          <h3 className="text-13 font-[550] tracking-normal text-ink-2">{t("words")}</h3>
          <p className="mt-1 max-w-[68ch] text-17 tracking-17 break-words whitespace-pre-line">{words}</p>
        </>
      )}
      <p className="mt-3 max-w-[68ch] text-ink-2">{t(purpose.kind)}</p>
    </div>
  );
}
