"use client";

import type { OutlineConcept } from "@wayfinder/protocol/fold";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#web/ui/button.tsx";
import { FieldLabel } from "#web/ui/field-label.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { EditMessage } from "./edit-message.tsx";
import { ModuleChoice } from "./module-choice.tsx";
import { NameForm } from "./name-form.tsx";
import { heldBy, movedBy } from "./outline-edit.ts";
import { RemoveConcept } from "./remove-concept.tsx";
import type { Review } from "./review-context.tsx";
import { REVIEW_LIMITS } from "./review-draft.ts";

export interface ConceptEditorProps {
  id: string;
  concept: OutlineConcept;
  lang: string;
  review: Review;
}

/** What can be said of a concept and done with it. Edits apply at once; words are sent with the wish for changes. */
export function ConceptEditor({ id, concept, lang, review }: ConceptEditorProps) {
  const t = useTranslations("review.concept");
  const { concept_id, name } = concept;
  const { draft, change, edit, isBusy, stages } = review;
  const comment = draft.comments[concept_id] ?? "";
  const up = movedBy(stages, concept_id, "up");
  const down = movedBy(stages, concept_id, "down");
  const held = { up: heldBy(stages, concept_id, "up"), down: heldBy(stages, concept_id, "down") };
  const reasons = (["up", "down"] as const).flatMap((way) => (held[way] ? [{ id: `${id}-held-${way}`, ...held[way] }] : []));
  const move = (patch: typeof up) => patch && edit(patch, { from: concept_id, said: t("moved", { name }) });
  return (
    <div id={id} role="group" aria-label={t("label", { name })} className="grid gap-4 px-3 pt-2 pb-4">
      <p lang={lang} className="text-ink-2">
        {concept.description}
      </p>
      {review.readsWords && (
        <div>
          <FieldLabel htmlFor={`${id}-comment`}>{t("comment")}</FieldLabel>
          <TextArea
            id={`${id}-comment`}
            value={comment}
            maxLength={REVIEW_LIMITS.comment}
            onChange={(event) => change({ comments: { ...draft.comments, [concept_id]: event.target.value } })}
          />
        </div>
      )}
      <NameForm id={id} concept={concept} lang={lang} review={review} />
      <div className="flex flex-wrap gap-2">
        <Button
          busy={isBusy || !up || held.up !== null}
          aria-describedby={held.up ? `${id}-held-up` : undefined}
          onClick={() => move(up)}
        >
          <Icon of={ArrowUp} size={16} />
          {t("up")}
        </Button>
        <Button
          busy={isBusy || !down || held.down !== null}
          aria-describedby={held.down ? `${id}-held-down` : undefined}
          onClick={() => move(down)}
        >
          <Icon of={ArrowDown} size={16} />
          {t("down")}
        </Button>
        <RemoveConcept concept={concept} review={review} />
        {reasons.map((reason) => (
          <p key={reason.id} id={reason.id} className="w-full text-13 text-ink-3">
            {t("held", { name: reason.name.replaceAll("`", ""), needed: reason.needed.replaceAll("`", "") })}
          </p>
        ))}
      </div>
      <ModuleChoice id={id} concept={concept} lang={lang} review={review} />
      <EditMessage review={review} from={concept_id} />
    </div>
  );
}
