import type { ContentKind, ContentStatus } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { StateIcon } from "#web/ui/state-icon.tsx";
import type { Tools } from "./lesson.ts";

interface ContentNoticeProps {
  kind: ContentKind;
  status: ContentStatus;
  tools?: Tools | undefined;
}

/** In the place of content that is not there: it is being written, or it could not be. */
export function ContentNotice({ kind, status, tools }: ContentNoticeProps) {
  const t = useTranslations("concept");
  if (status === "failed" && tools) return tools(kind);
  if (status === "failed") {
    return (
      <p role="status" className="flex gap-3">
        <StateIcon state="failed" className="mt-[3px] text-bad" />
        <span>
          {t(`failed.${kind}`)} {t("failed.what")} <Link href="/app/tasks">{t("failed.tasks")}</Link>
        </span>
      </p>
    );
  }
  return (
    <div role="status" aria-busy>
      <p className="flex gap-3 text-ink-3">
        <StateIcon state="busy" className="mt-[3px]" />
        {t(`pending.${kind}`)}
      </p>
      {kind === "tutorial" && (
        <div className="mt-8 grid gap-5">
          {["w-full", "w-11/12", "w-4/5", "w-3/5"].map((width) => (
            <Skeleton key={width} className={width} />
          ))}
        </div>
      )}
    </div>
  );
}
