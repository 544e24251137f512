"use client";

import type { OutlineConcept } from "@wayfinder/protocol/fold";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "#web/ui/button.tsx";
import { FieldLabel } from "#web/ui/field-label.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { EditMessage } from "./edit-message.tsx";
import { ModuleChoice } from "./module-choice.tsx";
import { movedBy, removed, renamed } from "./outline-edit.ts";
import type { useReview } from "./review-context.tsx";
import { REVIEW_LIMITS } from "./review-draft.ts";

export type Review = NonNullable<ReturnType<typeof useReview>>;

interface ConceptEditorProps {
  id: string;
  concept: OutlineConcept;
  lang: string;
  review: Review;
}

/** What can be said of a concept and done with it. Edits apply at once; words are sent with the wish for changes. */
export function ConceptEditor({ id, concept, lang, review }: ConceptEditorProps) {
  const t = useTranslations("review.concept");
  const { concept_id } = concept;
  const { draft, change, edit, isBusy, stages } = review;
  const comment = draft.comments[concept_id] ?? "";
  const up = movedBy(stages, concept_id, "up");
  const down = movedBy(stages, concept_id, "down");
  return (
    <div id={id} role="group" aria-label={t("label", { name: concept.name })} className="grid gap-4 px-3 pt-2 pb-4">
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
      <NameForm key={concept.name} id={id} concept={concept} lang={lang} review={review} />
      <div className="flex flex-wrap gap-2">
        <Button disabled={isBusy || !up} onClick={() => up && edit(up)}>
          <Icon of={ArrowUp} size={16} />
          {t("up")}
        </Button>
        <Button disabled={isBusy || !down} onClick={() => down && edit(down)}>
          <Icon of={ArrowDown} size={16} />
          {t("down")}
        </Button>
        <RemoveButton concept={concept} review={review} />
      </div>
      <ModuleChoice id={id} concept_id={concept_id} lang={lang} review={review} />
      <EditMessage review={review} />
    </div>
  );
}

function NameForm({ id, concept, lang, review }: ConceptEditorProps) {
  const t = useTranslations("review.concept");
  const [name, setName] = useState(concept.name);
  const wanted = name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted !== "" && wanted !== concept.name) review.edit(renamed(concept.concept_id, wanted));
  };
  return (
    <form onSubmit={submit}>
      <FieldLabel htmlFor={`${id}-name`}>{t("name")}</FieldLabel>
      <div className="flex flex-wrap gap-2">
        <TextInput
          id={`${id}-name`}
          lang={lang}
          value={name}
          maxLength={NAME_LENGTH}
          className="min-w-0 flex-1 basis-48"
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" disabled={review.isBusy || wanted === "" || wanted === concept.name}>
          {t("rename")}
        </Button>
      </div>
    </form>
  );
}

/** A name fits a row of the map; longer ones are no names. Characters. */
const NAME_LENGTH = 120;

/** Takes a concept out, after a question: the way back is to add it again. */
function RemoveButton({ concept, review }: Pick<ConceptEditorProps, "concept" | "review">) {
  const t = useTranslations("review.concept");
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button look="ghost" disabled={review.isBusy} onClick={() => setAsking(true)}>
        <Icon of={Trash2} size={16} />
        {t("remove")}
      </Button>
    );
  }
  return (
    <div role="alertdialog" aria-label={t("remove")} className="basis-full">
      <p className="mb-2 text-ink-2">{t("sure", { name: concept.name })}</p>
      <div className="flex flex-wrap gap-2">
        <Button autoFocus disabled={review.isBusy} onClick={() => review.edit(removed(concept.concept_id))}>
          {t("yes")}
        </Button>
        <Button look="ghost" onClick={() => setAsking(false)}>
          {t("no")}
        </Button>
      </div>
    </div>
  );
}
