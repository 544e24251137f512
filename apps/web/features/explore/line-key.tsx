import { useTranslations } from "next-intl";

/** What the lines mean, and how the map is walked. */
export function LineKey() {
  const t = useTranslations("explore.key");
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-6 gap-y-1 text-13 text-ink-3">
      {(["hard", "soft"] as const).map((kind) => (
        <span key={kind} className="flex items-center gap-2">
          <svg className="explore-lines static!" width={32} height={8} aria-hidden>
            <g data-kind={kind}>
              <path d="M0 4L31 4" />
            </g>
          </svg>
          {t(kind)}
        </span>
      ))}
      <span>{t("keys")}</span>
    </div>
  );
}
