"use client";

import type { Patch, Roadmap } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import type { IndexedConcept, RoadmapIndex } from "#web/features/roadmap/roadmap-index.ts";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { HTML_LANG } from "#web/i18n/language.ts";
import { SelectField } from "#web/ui/select-field.tsx";
import { EditedNote } from "./edited-note.tsx";
import { MoveForm } from "./move-form.tsx";
import { RemoveForm } from "./remove-form.tsx";
import { RenameForm } from "./rename-form.tsx";
import { useEditRoadmap } from "./use-edit-roadmap.ts";

interface HandEditProps {
  roadmap: Roadmap;
  index: RoadmapIndex;
  /** The concept that is edited; the next one if none was chosen or it is gone. */
  chosen: string | undefined;
  onChoose: (concept_id: string) => void;
}

/** One concept at a time: its name, its module, its place on the map. */
export function HandEdit({ roadmap, index, chosen, onChoose }: HandEditProps) {
  const t = useTranslations("change.hand");
  const { edit } = useEditRoadmap(roadmap);
  const entry = entryOf(index, chosen);
  if (!entry) return null;
  const { concept, module } = entry;
  const lang = HTML_LANG[roadmap.language];
  const save = (patch: Patch) => edit.mutate(patch);
  return (
    <div className="grid max-w-[680px] gap-5">
      <SelectField
        id="edit-concept"
        label={t("concept")}
        lang={lang}
        value={concept.concept_id}
        groups={modulesOf(roadmap).map(({ module_id, label, concepts }) => ({
          key: module_id,
          label,
          options: concepts.map(({ concept_id, name }) => ({ value: concept_id, label: name.replaceAll("`", "") })),
        }))}
        onChange={(id) => {
          edit.reset();
          onChoose(id);
        }}
      />
      <RenameForm
        key={`${concept.concept_id} ${concept.name}`}
        concept={concept}
        lang={lang}
        isBusy={edit.isPending}
        onSave={save}
      />
      <MoveForm
        key={`${concept.concept_id} ${module.module_id}`}
        concept={concept}
        from={module.module_id}
        modules={modulesOf(roadmap)}
        lang={lang}
        isBusy={edit.isPending}
        onSave={save}
      />
      <RemoveForm key={concept.concept_id} concept={concept} isBusy={edit.isPending} onSave={save} />
      {edit.error && <ActionError error={edit.error} />}
      {edit.data && (
        <EditedNote key={edit.data.roadmap.version} taskId={edit.data.task_id}>
          {t("saved", { version: edit.data.roadmap.version })}
        </EditedNote>
      )}
      <p className="text-13 text-ink-3">{t("hint")}</p>
    </div>
  );
}

const entryOf = (index: RoadmapIndex, id: string | undefined): IndexedConcept | undefined =>
  index.concepts.get(id ?? index.next ?? "") ?? index.concepts.get(index.order[0] ?? "");

const modulesOf = ({ stages }: Roadmap) =>
  stages.flatMap((stage) =>
    stage.modules.map(({ module_id, name, concepts }) => ({ module_id, concepts, label: `${stage.name} · ${name}` })),
  );
