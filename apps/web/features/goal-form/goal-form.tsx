"use client";

import { useLocale } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { localDay } from "#web/features/day/day.ts";
import { useToday } from "#web/features/day/use-today.ts";
import { EstimatePanel } from "#web/features/estimate/estimate-panel.tsx";
import { EstimateSummary } from "#web/features/estimate/estimate-summary.tsx";
import { useEstimate } from "#web/features/estimate/use-estimate.ts";
import { useModelSettings } from "#web/features/settings/use-model-settings.ts";
import type { Draft } from "./draft.ts";
import { wrongFields } from "./field.ts";
import { GoalField } from "./goal-field.tsx";
import { LanguageField } from "./language-field.tsx";
import { PersonFields } from "./person-fields.tsx";
import { PreferenceFields } from "./preference-fields.tsx";
import { requestOf } from "./request.ts";
import { SourceField } from "./source-field.tsx";
import { SubmitArea } from "./submit-area.tsx";
import { TimeFields } from "./time-fields.tsx";
import { useDraft } from "./use-draft.ts";
import { useFieldErrors } from "./use-field-errors.ts";
import { useGenerate } from "./use-generate.ts";

/** The form of a new roadmap with its live estimate. `goal`, when given, replaces the kept one. */
export function GoalForm({ goal }: { goal: string | undefined }) {
  const { draft, store, ready } = useDraft();
  const language = useLocale();
  const { today } = useToday();
  const [timezone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const errors = useFieldErrors();
  const { send, busy, error, forget } = useGenerate({ store, onRefused: errors.mark });
  const { settings } = useModelSettings();
  const hasModel = settings !== undefined && settings.source !== "none";
  const request = requestOf(draft, { language, timezone, hasModel });
  const plannable = ready && wrongFields(draft, today).every((field) => field === "deadline" && draft.deadline === "");
  const { view, retry } = useEstimate({ request, plannable });

  useEffect(() => {
    if (!goal) return;
    store.change({ goal });
    // A reload is to keep what is typed from here on.
    window.history.replaceState(null, "", window.location.pathname);
  }, [goal, store]);

  const change = (part: Partial<Draft>) => {
    store.change(part);
    errors.touch(part);
    if (error) forget();
  };
  const takeGoal = (title: string) => {
    change({ goal: title });
    document.getElementById("goal")?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && errors.check(draft, localDay(new Date()))) send(request);
  };
  const fields = { draft, ready, change, errorOf: errors.errorOf };
  return (
    <form
      noValidate
      onSubmit={submit}
      className="wrap grid pt-7 pb-10 md:pt-12 md:pb-24 form:grid-cols-[minmax(0,808px)_344px] form:justify-between form:gap-16"
    >
      <div className="min-w-0">
        <GoalField {...fields} />
        <PersonFields {...fields} />
        <TimeFields {...fields} summary={<EstimateSummary view={view} />} />
        <LanguageField {...fields} />
        {hasModel && <SourceField {...fields} model={settings.model} />}
        <PreferenceFields {...fields} />
      </div>
      <EstimatePanel
        view={view}
        draft={{ hours: draft.hours_per_week, deadline: request.deadline }}
        onRetry={retry}
        onGoal={takeGoal}
        onModel={hasModel ? () => change({ source: "auto" }) : undefined}
        onDeadline={(deadline) => change({ finish: "date", deadline })}
      >
        <SubmitArea busy={busy} error={error} wrongCount={errors.count} />
      </EstimatePanel>
    </form>
  );
}
