"use client";

import { ApiError } from "@wayfinder/client";
import { useTranslations } from "next-intl";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import type { Review } from "./concept-editor.tsx";

/** What came of the latest edit: mended, refused, or on a structure that has changed. */
export function EditMessage({ review: { error, repairs, isBusy } }: { review: Review }) {
  const t = useTranslations("review.edit");
  if (error) {
    const code = error instanceof ApiError ? error.problem.code : undefined;
    if (code !== "version_conflict") return <ActionError error={error} />;
    return (
      <p role="alert" className="text-13 text-warn">
        {t("conflict")}
      </p>
    );
  }
  return (
    <p role="status" className="text-13 text-ink-3 empty:hidden">
      {isBusy ? t("saving") : repairs.length > 0 ? t("mended", { repairs: repairs.join(" ") }) : ""}
    </p>
  );
}
