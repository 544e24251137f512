"use client";

import { ApiError } from "@wayfinder/client";
import { useTranslations } from "next-intl";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import type { Review } from "./review-context.tsx";

/** What came of the latest edit, where it was made: done, mended, refused, or on a structure that has changed. */
export function EditMessage({ review, from }: { review: Review; from: string }) {
  const t = useTranslations("review.edit");
  const words = useEditWords(review);
  if (review.latest?.from !== from) return null;
  const { error } = review.latest;
  if (!error) return <p className="text-13 text-ink-3 empty:hidden">{words}</p>;
  const code = error instanceof ApiError ? error.problem.code : undefined;
  if (code !== "version_conflict") return <ActionError error={error} />;
  return (
    <p role="alert" className="text-13 text-warn">
      {t("conflict")}
    </p>
  );
}

/** Tells a screen reader the same; what was removed has no place of its own any more. */
export function EditStatus({ review }: { review: Review }) {
  return (
    <p role="status" className="sr-only">
      {useEditWords(review)}
    </p>
  );
}

function useEditWords({ isBusy, latest }: Review): string {
  const t = useTranslations("review.edit");
  if (isBusy) return t("saving");
  if (!latest?.said) return "";
  const [said = "", ...repairs] = latest.said;
  return repairs.length > 0 ? t("mended", { said, repairs: repairs.join(" ") }) : said;
}
