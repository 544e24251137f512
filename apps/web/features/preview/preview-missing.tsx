import { FilePen } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { previewPath } from "./paths.ts";
import type { Watch } from "./use-preview.ts";
import { WatchState } from "./watch-state.tsx";

/** There is no file of this name yet; when it is saved, the page shows it. */
export function PreviewMissing({ conceptId, watch }: { conceptId: string; watch: Watch }) {
  const t = useTranslations("preview");
  return (
    <div className="grid gap-6 pt-7 md:pt-12">
      <Notice
        framed
        level={1}
        icon={FilePen}
        title={t("missing.title", { file: `${conceptId}.md` })}
        actions={
          <LinkButton look="primary" href={previewPath()}>
            {t("all")}
          </LinkButton>
        }
      >
        {t("missing.text")}
      </Notice>
      <WatchState watch={watch} />
    </div>
  );
}
