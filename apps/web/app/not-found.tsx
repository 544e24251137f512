import { Signpost } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Notice } from "#web/ui/notice.tsx";

export default function NotFound() {
  const t = useTranslations("states");
  return (
    <main id="main" tabIndex={-1} className="wrap pt-7 pb-12 md:pt-12">
      <Notice
        framed
        level={1}
        icon={Signpost}
        title={t("not_found.title")}
        actions={
          <>
            <LinkButton look="primary" href="/app/roadmaps">
              {t("your_roadmaps")}
            </LinkButton>
            <LinkButton look="ghost" href="/">
              {t("home")}
            </LinkButton>
          </>
        }
      >
        {t("not_found.text")}
      </Notice>
    </main>
  );
}
