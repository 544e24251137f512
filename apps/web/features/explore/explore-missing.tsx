import { Signpost } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Notice } from "#web/ui/notice.tsx";

/** The catalogue has nothing at this address. */
export function ExploreMissing({ of, back }: { of: "domain" | "concept"; back: string }) {
  const t = useTranslations("explore.missing");
  return (
    <div className="pt-7 md:pt-12">
      <Notice
        framed
        level={1}
        role="alert"
        icon={Signpost}
        title={t(`${of}.title`)}
        actions={
          <LinkButton look="primary" href={back}>
            {t(`${of}.back`)}
          </LinkButton>
        }
      >
        {t(`${of}.text`)}
      </Notice>
    </div>
  );
}
