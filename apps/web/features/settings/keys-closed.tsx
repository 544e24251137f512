import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Icon } from "#web/ui/icon.tsx";

/** In the place of the form where no key can be kept: that it is so, why, and who can change it. */
export function KeysClosed() {
  const t = useTranslations("settings.own.closed");
  return (
    <div className="flex gap-3">
      <Icon of={Lock} size={20} className="mt-0.5 text-ink-3" />
      <div className="min-w-0">
        <p className="font-[550]">{t("title")}</p>
        <p className="mt-1 text-ink-2">
          {t.rich("text", { code: (words) => <code className="font-mono text-13 text-ink">{words}</code> })}
        </p>
      </div>
    </div>
  );
}
