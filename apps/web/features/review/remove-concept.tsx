"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { AskFirst } from "./ask-first.tsx";
import type { ConceptEditorProps } from "./concept-editor.tsx";
import { removed } from "./outline-edit.ts";

/** Takes a concept out, after a question: the way back is to add it again. */
export function RemoveConcept({ concept: { concept_id, name }, review }: Pick<ConceptEditorProps, "concept" | "review">) {
  const t = useTranslations("review.concept");
  const [asking, setAsking] = useState<"not_yet" | "now" | "kept">("not_yet");
  if (asking !== "now") {
    return (
      <Button look="ghost" busy={review.isBusy} autoFocus={asking === "kept"} onClick={() => setAsking("now")}>
        <Icon of={Trash2} size={16} />
        {t("remove")}
      </Button>
    );
  }
  const remove = () => {
    review.afterRemoval(concept_id);
    review.edit(removed(concept_id), { from: concept_id, said: t("removed", { name }) });
  };
  return (
    <AskFirst words={t("sure", { name })} no={t("no")} onNo={() => setAsking("kept")}>
      <Button busy={review.isBusy} onClick={remove}>
        {t("yes")}
      </Button>
    </AskFirst>
  );
}
