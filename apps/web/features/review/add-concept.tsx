"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { Button } from "#web/ui/button.tsx";
import { FieldLabel } from "#web/ui/field-label.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { EditMessage } from "./edit-message.tsx";
import { NAME_LENGTH } from "./name-form.tsx";
import { added } from "./outline-edit.ts";
import { type Review, useReview } from "./review-context.tsx";

const DESCRIPTION_LENGTH = 500;

interface AddConceptProps {
  module_id: string;
  module: string;
  lang: string;
}

/** Adds a concept to a module of a structure under review. */
export function AddConcept({ module_id, module, lang }: AddConceptProps) {
  const t = useTranslations("review.add");
  const [form, setForm] = useState<"closed" | "open" | "closed_again">("closed");
  const review = useReview();
  if (!review) return null;
  if (form !== "open") {
    return (
      <Button
        look="ghost"
        aria-label={t("label", { module })}
        className="w-full justify-start px-3 text-13"
        autoFocus={form === "closed_again"}
        onClick={() => setForm("open")}
      >
        <Icon of={Plus} size={16} />
        {t("open")}
      </Button>
    );
  }
  const onClose = () => setForm("closed_again");
  return <AddForm module_id={module_id} module={module} lang={lang} review={review} onClose={onClose} />;
}

const NOTHING = { name: "", description: "" };

function AddForm({ module_id, module, lang, review, onClose }: AddConceptProps & { review: Review; onClose: () => void }) {
  const t = useTranslations("review.add");
  const id = useId();
  const nameField = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(NOTHING);
  const name = draft.name.trim();
  const from = `add ${module_id}`;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (name === "") return;
    const onDone = () => {
      // what was typed meanwhile is the next concept
      setDraft((now) => (now === draft ? NOTHING : now));
      if (form.contains(document.activeElement)) nameField.current?.focus();
    };
    review.edit(added(module_id, { name, description: draft.description.trim() }), { from, said: t("added", { name }), onDone });
  };
  return (
    <form onSubmit={submit} aria-label={t("label", { module })} className="grid gap-3 border-t border-line px-3 py-3">
      <div>
        <FieldLabel htmlFor={`${id}-name`}>{t("name")}</FieldLabel>
        <TextInput
          ref={nameField}
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
        <Button type="submit" busy={review.isBusy || name === ""}>
          {t("add")}
        </Button>
        <Button look="ghost" onClick={onClose}>
          {t("close")}
        </Button>
      </div>
      <EditMessage review={review} from={from} />
    </form>
  );
}
