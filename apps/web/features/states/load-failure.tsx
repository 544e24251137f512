"use client";

import { ApiError } from "@wayfinder/client";
import { CircleAlert, RotateCcw, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFailureWords } from "#web/features/problem/use-failure-words.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Notice } from "#web/ui/notice.tsx";

interface LoadFailureProps {
  error: Error;
  onRetry: () => void;
  level?: 1 | 2 | 3;
}

/** What happened when something could not be loaded, what is safe, and the way to try again. */
export function LoadFailure({ error, onRetry, level = 2 }: LoadFailureProps) {
  const t = useTranslations("states");
  const wordsOf = useFailureWords();
  const refused = error instanceof ApiError;
  return (
    <Notice
      framed
      role="alert"
      level={level}
      icon={refused ? CircleAlert : WifiOff}
      title={t(refused ? "refused" : "unreachable.title")}
      actions={
        <Button look="primary" onClick={onRetry}>
          <Icon of={RotateCcw} size={16} />
          {t("retry")}
        </Button>
      }
    >
      {refused ? wordsOf(error) : t("unreachable.text")}
    </Notice>
  );
}
