import type { MapNode } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { SEPARATOR } from "./separator.ts";

/** How long a concept takes, how hard it is, and what else is to be known of it, in a line. */
export function ConceptFacts({ node }: { node: MapNode }) {
  const t = useTranslations("explore");
  const duration = useDuration();
  const facts = [duration(node.hours.likely), t(`level.${node.level}`), ...(node.kind === "project" ? [t("project")] : [])];
  return <>{facts.join(SEPARATOR)}</>;
}
