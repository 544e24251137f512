"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { Button } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-error.tsx";
import { FieldLabel } from "#web/ui/field-label.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import type { useEditRoadmap } from "./use-edit-roadmap.ts";

/** What the protocol takes, characters. */
const LONGEST = 4_000;

interface RequestFormProps {
  ask: ReturnType<typeof useEditRoadmap>["ask"];
  disabled: boolean;
  onAsk: (words: string) => Promise<void>;
}

/** What should be different, in a person's own words; they stay when the request did not come through. */
export function RequestForm({ ask, disabled, onAsk }: RequestFormProps) {
  const t = useTranslations("change.words");
  const [words, setWords] = useState("");
  const [isMissing, setMissing] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const isEmpty = words.trim() === "";
    setMissing(isEmpty);
    if (isEmpty) document.getElementById("change-request")?.focus();
    else await onAsk(words.trim()).then(() => setWords(""), keepWords);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="max-w-[680px]">
      <FieldLabel htmlFor="change-request">{t("label")}</FieldLabel>
      <TextArea
        id="change-request"
        value={words}
        maxLength={LONGEST}
        placeholder={t("placeholder")}
        aria-invalid={isMissing || undefined}
        aria-describedby={isMissing ? "change-request-hint change-request-error" : "change-request-hint"}
        onChange={(event) => {
          setWords(event.target.value);
          setMissing(false);
        }}
      />
      <FieldError id="change-request-error">{isMissing ? t("missing") : ""}</FieldError>
      <p id="change-request-hint" className="mt-2 text-13 text-ink-3">
        {t("hint")}
      </p>
      <Button type="submit" busy={disabled || ask.isPending} className="mt-3">
        {t(ask.isPending ? "sending" : "send")}
      </Button>
      {ask.error && <ActionError error={ask.error} />}
    </form>
  );
}

/** The mutation shows why it failed; what was typed is kept to be sent again. */
const keepWords = (): void => {};
