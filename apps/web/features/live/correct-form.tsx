"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { useTaskActions } from "#web/features/tasks/use-task-actions.ts";
import { Button } from "#web/ui/button.tsx";
import { FieldLabel } from "#web/ui/field-label.tsx";
import { TextArea } from "#web/ui/text-area.tsx";

/** What the server takes at most, in characters. */
const LONGEST = 2_000;

/** The panel is low and scrolls: whoever opens the form sees all of it, its button too. */
const showWhole = (form: HTMLFormElement | null) => form?.scrollIntoView({ block: "nearest" });

/** Says what was understood wrongly; the work begins anew with it, on a page of its own. */
export function CorrectForm({ taskId }: { taskId: string }) {
  const t = useTranslations("live.correct");
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const { correct } = useTaskActions(taskId);
  const isSent = correct.isPending || correct.isSuccess;
  if (!isOpen) {
    return (
      <p className="mt-4">
        <Button onClick={() => setOpen(true)}>{t("open")}</Button>
      </p>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "" && !isSent) correct.mutate(text.trim());
  };
  return (
    <form ref={showWhole} onSubmit={submit} className="mt-4 grid max-w-[68ch] gap-3">
      <div>
        <FieldLabel htmlFor={id}>{t("label")}</FieldLabel>
        <TextArea
          id={id}
          autoFocus
          value={text}
          maxLength={LONGEST}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${id}-hint`} className="mt-2 text-13 text-ink-3">
          {t("hint")}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" disabled={isSent || text.trim() === ""}>
          {t(isSent ? "sending" : "send")}
        </Button>
        <Button look="ghost" disabled={isSent} onClick={() => setOpen(false)}>
          {t("close")}
        </Button>
      </div>
      {correct.error && <ActionError error={correct.error} />}
    </form>
  );
}
