import type { Concept, Patch } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#web/ui/button.tsx";
import { FieldLabel } from "#web/ui/field-label.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

interface RenameFormProps {
  concept: Concept;
  lang: string;
  isBusy: boolean;
  onSave: (patch: Patch) => void;
}

/** Another name for a concept; its id, and what was learned of it, stay. */
export function RenameForm({ concept, lang, isBusy, onSave }: RenameFormProps) {
  const t = useTranslations("change.hand");
  const [name, setName] = useState(concept.name);
  const wanted = name.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave([{ op: "change", kind: "concept", id: concept.concept_id, fields: { name: wanted } }]);
      }}
    >
      <FieldLabel htmlFor="edit-name">{t("name")}</FieldLabel>
      <div className="flex flex-wrap gap-2">
        <TextInput
          id="edit-name"
          lang={lang}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
          className="min-w-0 flex-1 basis-60"
        />
        <Button type="submit" disabled={isBusy || wanted === "" || wanted === concept.name}>
          {t("rename")}
        </Button>
      </div>
    </form>
  );
}
