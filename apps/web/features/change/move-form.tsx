import type { Concept, Module, Patch } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#web/ui/button.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { earliestModule } from "./earliest-module.ts";

interface MoveFormProps {
  concept: Concept;
  /** The module it is in. */
  from: string;
  /** In reading order. */
  modules: readonly (Pick<Module, "module_id" | "concepts"> & { readonly label: string })[];
  lang: string;
  isBusy: boolean;
  onSave: (patch: Patch) => void;
}

/** Another module for a concept; it goes to its end. */
export function MoveForm({ concept, from, modules, lang, isBusy, onSave }: MoveFormProps) {
  const t = useTranslations("change.hand");
  const [into, setInto] = useState(from);
  const earliest = earliestModule(concept, modules);
  const isHeld = earliest !== null && earliest.at > 0;
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSave([{ op: "move", kind: "concept", id: concept.concept_id, into }]);
      }}
    >
      <div className="min-w-0 flex-1 basis-60">
        <SelectField
          id="edit-module"
          label={t("into")}
          lang={lang}
          value={into}
          groups={[
            {
              key: "modules",
              options: modules.map(({ module_id, label }, at) => ({
                value: module_id,
                label,
                disabled: isHeld && at < earliest.at,
              })),
            },
          ]}
          describedBy={isHeld ? "edit-module-held" : undefined}
          onChange={setInto}
        />
      </div>
      <Button type="submit" disabled={isBusy || into === from}>
        {t("move")}
      </Button>
      {isHeld && (
        <p id="edit-module-held" className="w-full text-13 text-ink-3">
          {t("held", { name: concept.name.replaceAll("`", ""), needed: earliest.needed.replaceAll("`", "") })}
        </p>
      )}
    </form>
  );
}
