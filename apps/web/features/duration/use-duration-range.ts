import { useTranslations } from "next-intl";
import { hoursAndMinutes } from "./duration.ts";
import { useDuration } from "./use-duration.ts";

/** Tells how long something takes at least and at most, both in hours; whole hours name their unit once: 11–26 h. */
export function useDurationRange(): (low: number, high: number) => string {
  const t = useTranslations("roadmap.duration");
  const duration = useDuration();
  return (low, high) => {
    const [least, most] = [hoursAndMinutes(low), hoursAndMinutes(high)];
    const isWhole = least.minutes === 0 && most.minutes === 0 && least.hours > 0;
    return isWhole
      ? t("range", { low: least.hours, high: most.hours })
      : t("between", { low: duration(low), high: duration(high) });
  };
}
