"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "#web/ui/button.tsx";
import { FieldLabel } from "#web/ui/field-label.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { ConceptEditorProps } from "./concept-editor.tsx";
import { renamed } from "./outline-edit.ts";

/** A name fits a row of the map; longer ones are no names. Characters. */
export const NAME_LENGTH = 120;

/** Renames a concept; a name that comes from elsewhere replaces what was typed. */
export function NameForm({ id, concept, lang, review }: ConceptEditorProps) {
  const t = useTranslations("review.concept");
  const [known, setKnown] = useState(concept.name);
  const [name, setName] = useState(concept.name);
  if (known !== concept.name) {
    setKnown(concept.name);
    setName(concept.name);
  }
  const wanted = name.trim();
  const isIdle = wanted === "" || wanted === concept.name;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { concept_id } = concept;
    if (!isIdle) review.edit(renamed(concept_id, wanted), { from: concept_id, said: t("renamed", { name: wanted }) });
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
        <Button type="submit" busy={review.isBusy || isIdle}>
          {t("rename")}
        </Button>
      </div>
    </form>
  );
}
