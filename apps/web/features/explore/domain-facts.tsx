import type { DomainMap } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";

/** How many concepts a domain has, and the hours they take. */
export function DomainFacts({ domain }: { domain: DomainMap }) {
  const t = useTranslations("explore.domain");
  const { low, likely, high } = domain.hours;
  const whole = (hours: number) => Math.round(hours);
  return <>{t("facts", { concepts: domain.concepts.length, likely: whole(likely), low: whole(low), high: whole(high) })}</>;
}
