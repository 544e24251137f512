import type { ModelSettings, ModelTest } from "@wayfinder/protocol";
import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "#web/ui/class-names.ts";
import { StateIcon } from "#web/ui/state-icon.tsx";

interface ModelTestResultProps {
  result: ModelTest;
  /** Whose model it is, and its name. */
  settings: Pick<ModelSettings, "source" | "model">;
}

/** What a test of the model found: how it answers, or what went wrong and what to do. */
export function ModelTestResult({ result, settings }: ModelTestResultProps) {
  const t = useTranslations("settings.model.result");
  const format = useFormatter();
  const { ok, mode = "text", tokens_per_second, first_byte_ms, failure = "unknown" } = result;
  const { source, model } = settings;
  const facts = [
    mode === "text" ? t("text") : t("structured", { mode }),
    ...(tokens_per_second === undefined ? [] : [t("pace", { tokens: Math.round(tokens_per_second) })]),
    ...(first_byte_ms === undefined || first_byte_ms < NOTICED_MS
      ? []
      : [t("first", { seconds: format.number(first_byte_ms / 1000, PRECISE) })]),
  ];
  return (
    <p className={classNames("mt-3 flex gap-2 rounded-card px-4 py-2.5", ok ? "bg-done-soft" : "bg-bad-soft")}>
      <StateIcon state={ok ? "done" : "failed"} className={classNames("mt-[3px]", ok ? "text-done" : "text-bad")} />
      <span className="min-w-0 break-words">
        {ok
          ? t("works", { facts: facts.join(t("comma")) })
          : t("fails", { reason: t(`failure.${failure}`, { source, model: model ?? "" }) })}
      </span>
    </p>
  );
}

/** What a person who waits notices. Milliseconds. */
const NOTICED_MS = 100;
const PRECISE = { maximumFractionDigits: 1 } as const;
