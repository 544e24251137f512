import type { Roadmap } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { LinkButton } from "#web/ui/link-button.tsx";
import { StateIcon } from "#web/ui/state-icon.tsx";
import { StatusBar } from "#web/ui/status-bar.tsx";
import { contentCount } from "./use-roadmap.ts";

/** Says so while content is being written, or when some of it could not be; silent when all is there. */
export function ContentBar({ roadmap }: { roadmap: Roadmap }) {
  const t = useTranslations("roadmap.content");
  const { ready, failed, total } = contentCount(roadmap);
  if (ready === total) return null;
  const isWaiting = ready + failed < total;
  return (
    <StatusBar
      className="mt-5 rounded-card"
      icon={<StateIcon state={isWaiting ? "busy" : "failed"} size={16} />}
      action={
        <LinkButton href="/app/tasks" className="text-13">
          {t("tasks")}
        </LinkButton>
      }
    >
      {isWaiting ? t("waiting", { ready, total }) : t("failed", { count: failed })}
    </StatusBar>
  );
}
