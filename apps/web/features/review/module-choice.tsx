"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { earliestModule } from "#web/features/change/earliest-module.ts";
import { Button } from "#web/ui/button.tsx";
import { FieldLabel } from "#web/ui/field-label.tsx";
import type { ConceptEditorProps } from "./concept-editor.tsx";
import { modulesOf, movedInto, spotOf } from "./outline-edit.ts";

/** Moves a concept into another module of the roadmap. */
export function ModuleChoice({ id, concept, lang, review }: ConceptEditorProps) {
  const { concept_id, name } = concept;
  const t = useTranslations("review.concept");
  const [into, setInto] = useState("");
  const here = spotOf(review.stages, concept_id)?.module.module_id;
  const modules = modulesOf(review.stages);
  const earliest = earliestModule(concept, modules);
  // before that it would be put back
  const closed = new Set(modules.slice(0, earliest?.at ?? 0).map(({ module_id }) => module_id));
  const others = modules.filter(({ module_id }) => module_id !== here);
  if (others.length === 0) return null;
  const chosen = others.some(({ module_id }) => module_id === into) ? into : "";
  const move = () => review.edit(movedInto(concept_id, chosen), { from: concept_id, said: t("moved", { name }) });
  return (
    <div>
      <FieldLabel htmlFor={`${id}-module`}>{t("into")}</FieldLabel>
      <div className="flex flex-wrap gap-2">
        <select
          id={`${id}-module`}
          lang={lang}
          value={chosen}
          onChange={(event) => setInto(event.target.value)}
          className="min-h-11 min-w-0 flex-1 basis-48 rounded-card border border-edge bg-surface px-3 focus-visible:border-transparent focus-visible:-outline-offset-1"
        >
          <option value="">{t("choose")}</option>
          {review.stages.map((stage) => (
            <optgroup key={stage.stage_id} label={stage.name}>
              {stage.modules
                .filter(({ module_id }) => module_id !== here)
                .map(({ module_id, name }) => (
                  <option key={module_id} value={module_id} disabled={closed.has(module_id)}>
                    {name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        <Button busy={review.isBusy || chosen === ""} onClick={move}>
          {t("move")}
        </Button>
      </div>
    </div>
  );
}
