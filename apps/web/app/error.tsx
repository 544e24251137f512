"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#web/ui/button.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Notice } from "#web/ui/notice.tsx";

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations("states");
  return (
    <main id="main" tabIndex={-1} className="wrap pt-7 pb-12 md:pt-12">
      <Notice
        framed
        role="alert"
        level={1}
        icon={CircleAlert}
        title={t("crashed.title")}
        actions={
          <>
            <Button look="primary" onClick={reset}>
              {t("retry")}
            </Button>
            <LinkButton look="ghost" href="/app/roadmaps">
              {t("your_roadmaps")}
            </LinkButton>
          </>
        }
      >
        <p>{t("crashed.text")}</p>
        {error.digest && <p className="mt-2 font-mono text-13 text-ink-3">{t("crashed.code", { digest: error.digest })}</p>}
      </Notice>
    </main>
  );
}
