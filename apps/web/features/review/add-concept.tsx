"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "#web/ui/button.tsx";
import { FieldLabel } from "#web/ui/field-label.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Review } from "./concept-editor.tsx";
import { EditMessage } from "./edit-message.tsx";
import { added } from "./outline-edit.ts";
import { useReview } from "./review-context.tsx";

const NAME_LENGTH = 120;
const DESCRIPTION_LENGTH = 500;

interface AddConceptProps {
  module_id: string;
  module: string;
  lang: string;
}

/** Adds a concept to a module of a structure under review. */
export function AddConcept({ module_id, module, lang }: AddConceptProps) {
  const t = useTranslations("review.add");
  const [isOpen, setOpen] = useState(false);
  const review = useReview();
  if (!review) return null;
  if (!isOpen) {
    return (
      <Button
        look="ghost"
        aria-label={t("label", { module })}
        className="w-full justify-start px-3 text-13"
        onClick={() => setOpen(true)}
      >
        <Icon of={Plus} size={16} />
        {t("open")}
      </Button>
    );
  }
  return <AddForm module_id={module_id} module={module} lang={lang} review={review} onClose={() => setOpen(false)} />;
}

function AddForm({ module_id, module, lang, review, onClose }: AddConceptProps & { review: Review; onClose: () => void }) {
  const t = useTranslations("review.add");
  const id = useId();
  const [draft, setDraft] = useState({ name: "", description: "" });
  const name = draft.name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name !== "") review.edit(added(module_id, { name, description: draft.description.trim() }));
  };
  return (
    <form onSubmit={submit} aria-label={t("label", { module })} className="grid gap-3 border-t border-line px-3 py-3">
      <div>
        <FieldLabel htmlFor={`${id}-name`}>{t("name")}</FieldLabel>
        <TextInput
          id={`${id}-name`}
          autoFocus
          lang={lang}
          className="w-full"
          maxLength={NAME_LENGTH}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
      </div>
      <div>
        <FieldLabel htmlFor={`${id}-description`}>{t("description")}</FieldLabel>
        <TextInput
          id={`${id}-description`}
          lang={lang}
          className="w-full"
          maxLength={DESCRIPTION_LENGTH}
          value={draft.description}
          onChange={(event) => setDraft({ ...draft, description: event.target.value })}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={review.isBusy || name === ""}>
          {t("add")}
        </Button>
        <Button look="ghost" onClick={onClose}>
          {t("close")}
        </Button>
      </div>
      <EditMessage review={review} />
    </form>
  );
}
