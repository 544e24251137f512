"use client";

import type { OutlineConcept } from "@wayfinder/protocol/fold";
import { ChevronDown, MessageSquareText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { rowLook } from "#web/features/spine/row-look.ts";
import { RowText } from "#web/features/spine/row-text.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Tag } from "#web/ui/tag.tsx";
import { ConceptEditor } from "./concept-editor.tsx";
import { useReview } from "./review-context.tsx";

/** A concept of a structure under review: pressed, it opens what can be said of it and done with it. */
export function ReviewRow({ concept, lang }: { concept: OutlineConcept; lang: string }) {
  const t = useTranslations("review.row");
  const duration = useDuration();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const review = useReview();
  const isOpen = review?.open === concept.concept_id;
  // A concept that was moved has a new row: who moved it stays with it.
  useEffect(() => {
    if (isOpen && document.activeElement === document.body) button.current?.focus();
  }, [isOpen]);
  if (!review) return null;
  const hasComment = (review.draft.comments[concept.concept_id] ?? "").trim() !== "";
  const hours = duration(concept.hours.likely);
  const mark = review.marks.get(concept.concept_id);
  const note = hasComment ? t("commented", { hours }) : hours;
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        className={rowLook({ state: "ready", active: true, mark: isOpen ? "chosen" : undefined })}
        onClick={() => review.setOpen(isOpen ? null : concept.concept_id)}
      >
        <RowText
          state="ready"
          name={concept.name}
          lang={lang}
          icon={
            <Icon
              of={hasComment ? MessageSquareText : ChevronDown}
              className={isOpen && !hasComment ? "rotate-180" : undefined}
            />
          }
          note={
            mark ? (
              <span className="flex flex-wrap items-center justify-end gap-x-2 gap-y-0.5">
                <Tag tone="accent">{t(mark)}</Tag>
                <span>{note}</span>
              </span>
            ) : (
              note
            )
          }
        />
      </button>
      {isOpen && <ConceptEditor id={id} concept={concept} lang={lang} review={review} />}
    </>
  );
}
