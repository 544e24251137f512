"use client";

import type { Change, Roadmap } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { HTML_LANG } from "#web/i18n/language.ts";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { EarlierChange } from "./earlier-change.tsx";
import { EditedNote } from "./edited-note.tsx";
import { Proposal } from "./proposal.tsx";
import type { useChanges } from "./use-changes.ts";
import type { useEditRoadmap } from "./use-edit-roadmap.ts";

/** The button that was pressed goes with its proposal. */
const goToList = (): void => document.getElementById("earlier-changes")?.focus();

interface ChangeListProps {
  roadmap: Roadmap;
  changes: ReturnType<typeof useChanges>;
  edit: ReturnType<typeof useEditRoadmap>;
}

/** Proposals that wait for a decision, and the changes before them. */
export function ChangeList({ roadmap, changes: { data, error, refetch }, edit }: ChangeListProps) {
  const t = useTranslations("change");
  const { decide, reject } = edit;
  if (!data)
    return error ? <LoadFailure level={3} error={error} onRetry={() => void refetch()} /> : <Skeleton className="w-1/2" />;
  const lang = HTML_LANG[roadmap.language];
  const isBusy = decide.isPending || reject.isPending;
  const decideOn = (decision: "change_apply" | "change_undo", { change_id }: Change) => decide.mutate({ decision, change_id });
  const earlier = data.filter(({ status }) => status !== "proposed");
  const failure = decide.error ?? reject.error;
  return (
    <div className="grid gap-5">
      {data
        .filter(({ status }) => status === "proposed")
        .map((change) => (
          <Proposal
            key={change.change_id}
            change={change}
            lang={lang}
            isBusy={isBusy}
            onApply={() => decideOn("change_apply", change)}
            onReject={() => reject.mutate(change.change_id, { onSuccess: goToList })}
          />
        ))}
      {failure && <ActionError error={failure} />}
      {decide.data && (
        <EditedNote key={decide.data.roadmap.version} taskId={decide.data.task_id}>
          {t(decide.variables?.decision === "change_undo" ? "undone" : "applied", { version: decide.data.roadmap.version })}
        </EditedNote>
      )}
      <section aria-labelledby="earlier-changes">
        <h3 id="earlier-changes" tabIndex={-1} className="outline-none text-13 font-[550] tracking-normal text-ink-2">
          {t("list.title")}
        </h3>
        {earlier.length === 0 && <p className="py-1.5 text-13 text-ink-3">{t("list.none")}</p>}
        <ul>
          {earlier.map((change) => (
            <EarlierChange
              key={change.change_id}
              change={change}
              lang={lang}
              isBusy={isBusy}
              onUndo={() => decideOn("change_undo", change)}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}
