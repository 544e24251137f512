"use client";

import { ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#web/ui/button.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { useReview } from "./review-context.tsx";
import { REVIEW_TITLE_ID } from "./use-review-focus.ts";
import "./review-bar.css";

/** Leads to the panel that asks for the review while that is out of view. */
export function ReviewBar() {
  const review = useReview();
  return review && <Bar round={review.round} />;
}

function Bar({ round }: { round: number }) {
  const t = useTranslations("review.bar");
  const isAway = usePanelAway(round);
  const go = () => {
    const heading = document.getElementById(REVIEW_TITLE_ID);
    heading?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  };
  // It keeps its room while it is not seen, so that the page does not jump.
  return (
    <div className={classNames("review-bar sticky bottom-0 z-5 border-t border-line bg-surface", !isAway && "invisible")}>
      <div className="wrap flex min-h-14 items-center gap-3 py-1.5">
        <p className="min-w-0 flex-1 font-medium">{t("waits")}</p>
        <Button look="primary" onClick={go}>
          <Icon of={ArrowUp} size={16} />
          {t("go")}
        </Button>
      </div>
    </div>
  );
}

/** Whether nothing of the panel can be seen. */
function usePanelAway(round: number): boolean {
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    const panel = document.getElementById(REVIEW_TITLE_ID)?.parentElement;
    if (!panel) return;
    const observer = new IntersectionObserver(([entry]) => setAway(entry?.isIntersecting === false));
    observer.observe(panel);
    return () => observer.disconnect();
  }, [round]);
  return isAway;
}
