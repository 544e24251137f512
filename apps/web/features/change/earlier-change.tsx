import type { Change } from "@wayfinder/protocol";
import { ChevronDown, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMoment } from "#web/features/day/use-moment.ts";
import { langOfWords } from "#web/i18n/language.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Tag, type Tone } from "#web/ui/tag.tsx";
import { DifferenceList } from "./difference-list.tsx";

const TONES: Readonly<Record<Change["status"], Tone>> = {
  proposed: "accent",
  applied: "done",
  rejected: "neutral",
  undone: "neutral",
};

interface EarlierChangeProps {
  change: Change;
  lang: string;
  isBusy: boolean;
  onUndo: () => void;
}

/** A change that was decided on: how, when, and what it did; the last one applied can be undone. */
export function EarlierChange({ change, lang, isBusy, onUndo }: EarlierChangeProps) {
  const t = useTranslations("change");
  const moment = useMoment();
  const { request, status, differences, undoable, created_at } = change;
  return (
    <li className="border-b border-line py-2.5 last:border-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p lang={langOfWords(request)} className="line-clamp-3 min-w-0 flex-1 basis-60 break-words">
          {request}
        </p>
        <span className="text-13 text-ink-3">{moment(created_at)}</span>
        <Tag tone={TONES[status]}>{t(`status.${status}`)}</Tag>
        {undoable && (
          <Button look="ghost" disabled={isBusy} aria-label={t("label", { action: t("undo"), request })} onClick={onUndo}>
            <Icon of={Undo2} size={16} />
            {t("undo")}
          </Button>
        )}
      </div>
      {differences.length > 0 && (
        <details className="group">
          <summary className="inline-flex min-h-11 list-none items-center gap-1.5 text-13 text-ink-2 hover:text-ink [&::-webkit-details-marker]:hidden">
            <Icon of={ChevronDown} size={16} className="-rotate-90 group-open:rotate-0" />
            {t("details")}
          </summary>
          <DifferenceList differences={differences} lang={lang} />
        </details>
      )}
    </li>
  );
}
