import { Lock, Signpost } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Notice } from "#web/ui/notice.tsx";

/** There is no roadmap here, or it is somebody else's. */
export function RoadmapMissing({ isForeign }: { isForeign: boolean }) {
  const t = useTranslations("roadmap");
  const key = isForeign ? "not_yours" : "gone";
  return (
    <div className="pt-7 md:pt-12">
      <Notice
        framed
        level={1}
        role="alert"
        icon={isForeign ? Lock : Signpost}
        title={t(`${key}.title`)}
        actions={
          <LinkButton look="primary" href="/app/roadmaps">
            {t("gone.yours")}
          </LinkButton>
        }
      >
        {t(`${key}.text`)}
      </Notice>
    </div>
  );
}
