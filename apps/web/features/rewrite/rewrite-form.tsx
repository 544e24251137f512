"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { Button } from "#web/ui/button.tsx";
import { FieldLabel } from "#web/ui/field-label.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { UnitWork } from "./unit-work.tsx";
import type { Unit } from "./unit.ts";
import { useRewrite } from "./use-rewrite.ts";
import type { useVersions } from "./use-versions.ts";

/** What the protocol takes, characters. */
const LONGEST = 2_000;

interface RewriteFormProps {
  unit: Unit;
  /** Going back to an older version: what was written before is news no more. */
  restore: ReturnType<typeof useVersions>["restore"];
}

/** "Write anew", with a wish if there is one; what is there stays until the new version is. */
export function RewriteForm({ unit, restore }: RewriteFormProps) {
  const t = useTranslations("rewrite");
  const id = useId();
  const [wish, setWish] = useState("");
  const { ask, task } = useRewrite(unit);
  const isBusy = ask.isPending || task.isAtWork;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    restore.reset();
    ask.mutate(wish.trim());
  };
  return (
    <form onSubmit={submit}>
      <FieldLabel htmlFor={id} note={t("optional")}>
        {t("instruction")}
      </FieldLabel>
      <TextArea
        id={id}
        value={wish}
        maxLength={LONGEST}
        placeholder={t(`placeholder.${unit.kind}`)}
        onChange={(event) => setWish(event.target.value)}
      />
      <Button type="submit" busy={isBusy} className="mt-3">
        {t(ask.isPending ? "sending" : "write")}
      </Button>
      {ask.error && <ActionError error={ask.error} />}
      {(task.isAtWork || !restore.isSuccess) && <UnitWork task={task} />}
    </form>
  );
}
