"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { OperationsFigures } from "./operations-figures.tsx";
import { OperationsSkeleton } from "./operations-skeleton.tsx";
import { useOperatorToken } from "./operator-token.ts";
import { TokenForm } from "./token-form.tsx";
import { useOperationsAccess } from "./use-operations.ts";

/** The figures for whoever may read them; else what to do about it. */
export function OperationsScreen() {
  const t = useTranslations("operations");
  const { data, error, refetch } = useOperationsAccess();
  const token = useOperatorToken();
  if (!data)
    return (
      <div className="mt-8">{error ? <LoadFailure error={error} onRetry={() => void refetch()} /> : <OperationsSkeleton />}</div>
    );
  if (data.access === "closed")
    return (
      <div className="mt-8">
        <Notice framed icon={Lock} title={t("closed.title")}>
          {t("closed.text")}
        </Notice>
      </div>
    );
  if (data.access === "token" && token === null) return <TokenForm />;
  return <OperationsFigures token={data.access === "token" ? token : null} />;
}
