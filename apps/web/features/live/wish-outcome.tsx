"use client";

import type { Roadmap } from "@wayfinder/protocol";
import type { Snapshot } from "@wayfinder/protocol/fold";
import { ArrowRight, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { CHANGE_PANEL_ID } from "#web/features/change/change-view.ts";
import { conceptPath, roadmapPath } from "#web/features/roadmap/paths.ts";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { OutcomePanel } from "./outcome-panel.tsx";
import { SettingsButton } from "./settings-button.tsx";
import { useAskAgain, type Wish } from "./use-ask-again.ts";
import { type WishEnd, wishEnd } from "#web/features/follow-up/wish-end.ts";

interface WishOutcomeProps {
  snapshot: Snapshot;
  wish: Wish;
  roadmap: Roadmap;
}

/** How a unit anew or a change in words has ended: where it is, or why it is not and the way to ask again. */
export function WishOutcome({ snapshot, wish, roadmap }: WishOutcomeProps) {
  const t = useTranslations("live.wish");
  const end = wishEnd(snapshot);
  if (end === null) return null;
  const isDone = end.state === "done";
  return (
    <OutcomePanel
      state={end.state}
      actions={
        <>
          {!isDone && <AskAgain wish={wish} roadmap={roadmap} />}
          {!isDone && <SettingsButton snapshot={snapshot} />}
          <LinkButton look={isDone ? "primary" : "plain"} href={placeOf(wish, roadmap)}>
            {t(isDone ? `see.${wish.kind}` : `back.${wish.kind}`)}
            {isDone && <Icon of={ArrowRight} size={16} />}
          </LinkButton>
        </>
      }
    >
      <EndWords end={end} wish={wish} />
    </OutcomePanel>
  );
}

function EndWords({ end, wish }: { end: WishEnd; wish: Wish }) {
  const t = useTranslations("live");
  const later = useTranslations("follow_up");
  switch (end.state) {
    case "done":
      return t(wish.kind === "change" ? "wish.proposed" : "end.finished");
    case "cancelled":
      return later("cancelled");
    case "failed":
      return end.reason === null ? later("failed_unknown") : later("failed", { reason: end.reason });
  }
}

/** Where what was asked for is to be seen. */
function placeOf(wish: Wish, { roadmap_id }: Roadmap): string {
  if (wish.kind === "change") return `${roadmapPath(roadmap_id)}#${CHANGE_PANEL_ID}`;
  const path = conceptPath(roadmap_id, wish.concept_id);
  return wish.content === "tutorial" ? path : `${path}#${wish.content}`;
}

function AskAgain({ wish, roadmap }: { wish: Wish; roadmap: Roadmap }) {
  const t = useTranslations("live.actions");
  const again = useAskAgain(wish, roadmap);
  if (wish.kind === "change" && wish.words === undefined) return null;
  return (
    <div>
      <Button look="primary" disabled={again.isPending || again.isSuccess} onClick={() => again.mutate()}>
        <Icon of={RotateCcw} size={16} />
        {t("retry")}
      </Button>
      {again.error && <ActionError error={again.error} />}
    </div>
  );
}
