import type { ModelSettings } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";

const NAMES = { searxng: "SearXNG", tavily: "Tavily", brave: "Brave" } as const;

/** Whether resources are looked for on the web. */
export function SearchNote({ search }: Pick<ModelSettings, "search">) {
  const t = useTranslations("settings.search");
  return (
    <div>
      <p>{search === "none" ? t("none") : t("with", { name: NAMES[search] })}</p>
      <p className="mt-1 text-13 text-ink-3">{t(search === "none" ? "none_text" : "with_text")}</p>
    </div>
  );
}
