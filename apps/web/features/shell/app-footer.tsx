"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useOperatorToken } from "#web/features/operations/operator-token.ts";
import { useOperationsAccess } from "#web/features/operations/use-operations.ts";

/** A quiet link to the figures for who may read them: everybody on a machine of their own, else who has given the token. */
export function AppFooter() {
  const t = useTranslations("operations");
  const { data } = useOperationsAccess();
  const token = useOperatorToken();
  const isShown = data?.access === "open" || token !== null;
  // the row is there before anybody knows, so that nothing moves when the link comes
  return (
    <footer className="wrap mt-auto flex min-h-13 justify-end pb-2">
      {isShown && (
        <Link
          href="/app/operations"
          className="flex min-h-11 items-center text-13 text-ink-3 no-underline hover:text-ink hover:underline"
        >
          {t("link")}
        </Link>
      )}
    </footer>
  );
}
