import { useTranslations } from "next-intl";
import { hoursAndMinutes } from "./duration.ts";

/** Tells a length of work, given in hours, in the words of the page's language: 1 h 30 min. */
export function useDuration(): (hours: number) => string {
  const t = useTranslations("roadmap.duration");
  return (length) => {
    const { hours, minutes } = hoursAndMinutes(length);
    if (minutes === 0) return t("hours", { hours });
    return hours === 0 ? t("minutes", { minutes }) : t("both", { hours, minutes });
  };
}
