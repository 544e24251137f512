import type { Concept, Patch } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#web/ui/button.tsx";

interface RemoveFormProps {
  concept: Concept;
  isBusy: boolean;
  onSave: (patch: Patch) => void;
}

/** Takes a concept out; asked twice, because an edit by hand has no undo. */
export function RemoveForm({ concept, isBusy, onSave }: RemoveFormProps) {
  const t = useTranslations("change.hand");
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <div>
        <Button look="ghost" disabled={isBusy} onClick={() => setAsking(true)} className="-ml-4 text-bad!">
          {t("remove")}
        </Button>
      </div>
    );
  }
  const question = t("sure", { name: concept.name.replaceAll("`", "") });
  return (
    <div role="group" aria-label={question} className="flex flex-wrap items-center gap-2">
      <p className="w-full">{question}</p>
      <Button
        autoFocus
        disabled={isBusy}
        className="text-bad"
        onClick={() => onSave([{ op: "remove", kind: "concept", id: concept.concept_id }])}
      >
        {t("yes")}
      </Button>
      <Button look="ghost" onClick={() => setAsking(false)}>
        {t("no")}
      </Button>
    </div>
  );
}
