"use client";

import { WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMoment } from "#web/features/day/use-moment.ts";
import { useClock } from "#web/features/live/use-clock.ts";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { StatusBar } from "#web/ui/status-bar.tsx";
import { FigureCards } from "./figure-cards.tsx";
import { OperationsSkeleton } from "./operations-skeleton.tsx";
import { OperationsTables } from "./operations-tables.tsx";
import { keepOperatorToken } from "./operator-token.ts";
import { TokenForm } from "./token-form.tsx";
import { isRefused, useOperations } from "./use-operations.ts";

/** The figures as they stand, read again while they are looked at. */
export function OperationsFigures({ token }: { token: string | null }) {
  const t = useTranslations("operations");
  const clock = useClock();
  const moment = useMoment();
  const { data, error, refetch } = useOperations(token);
  if (token !== null && isRefused(error) && error.problem.status === 401) return <TokenForm refused />;
  if (!data)
    return (
      <div className="mt-8">{error ? <LoadFailure error={error} onRetry={() => void refetch()} /> : <OperationsSkeleton />}</div>
    );
  const { operations, samples } = data;
  return (
    <>
      <div className="mt-2 mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="text-13 text-ink-2 tabular-nums">
          {t("lead", { since: moment(operations.since), at: clock(operations.at) })}
        </p>
        {token !== null && (
          <Button look="ghost" onClick={() => keepOperatorToken(null)}>
            {t("forget")}
          </Button>
        )}
      </div>
      {error && (
        <StatusBar tone="warn" icon={<Icon of={WifiOff} size={16} />} className="mb-6 rounded-card">
          {t("stale", { at: clock(operations.at) })}
        </StatusBar>
      )}
      <FigureCards operations={operations} samples={samples} />
      <OperationsTables operations={operations} />
    </>
  );
}
