"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { FieldLabel } from "#web/ui/field-label.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import type { Review } from "./review-context.tsx";
import { REVIEW_LIMITS } from "./review-draft.ts";

/** The wish for changes, in words. */
export function Feedback({ review: { draft, change } }: { review: Review }) {
  const t = useTranslations("review.feedback");
  const id = useId();
  return (
    <div>
      <FieldLabel htmlFor={id}>{t("label")}</FieldLabel>
      <TextArea
        id={id}
        value={draft.feedback}
        maxLength={REVIEW_LIMITS.feedback}
        placeholder={t("placeholder")}
        onChange={(event) => change({ feedback: event.target.value })}
      />
    </div>
  );
}
