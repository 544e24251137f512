"use client";

import type { ModelSettings } from "@wayfinder/protocol";
import { KeyRound, LibraryBig, Server } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRef, useState } from "react";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { ModelTestResult } from "./model-test-result.tsx";
import type { useSaveModel } from "./use-save-model.ts";

const ICONS = { none: LibraryBig, instance: Server, own: KeyRound } as const;

interface ModelStatusProps {
  settings: ModelSettings;
  commands: ReturnType<typeof useSaveModel>;
}

/** Which model is used, what that means, and whether it answers. */
export function ModelStatus({ settings, commands: { forget, test } }: ModelStatusProps) {
  const t = useTranslations("settings.model");
  const { source } = settings;
  const title = useRef<HTMLParagraphElement>(null);
  // the button goes with the model: who uses keys goes on from what is used now
  const onForget = () => forget.mutate(undefined, { onSuccess: () => title.current?.focus() });
  const isLost = source === "own" && settings.key_hint === null;
  return (
    <div>
      <div className="flex gap-3">
        <Icon of={ICONS[source]} size={20} className="mt-0.5 text-ink-3" />
        <div className="min-w-0">
          <p ref={title} tabIndex={-1} className="font-[550] outline-none">
            {t(`${source}.title`)}
          </p>
          {source !== "none" && <ModelName settings={settings} />}
          <p className="mt-1 text-ink-2">
            {isLost ? (
              <span className="text-bad">{t(settings.providers.length > 0 ? "own.key_lost" : "own.key_shut")}</span>
            ) : (
              t.rich(`${source}.text`, {
                explore: (words) => <Link href="/app/explore">{words}</Link>,
              })
            )}
          </p>
        </div>
      </div>
      {source !== "none" && (
        <div className="mt-4 flex flex-wrap gap-2">
          <Button busy={test.isPending} onClick={() => test.mutate()}>
            {t(test.isPending ? "testing" : "test")}
          </Button>
          {source === "own" && <Forget isBusy={forget.isPending} onForget={onForget} />}
        </div>
      )}
      <div aria-live="polite">{test.data && <ModelTestResult result={test.data} settings={settings} />}</div>
      {(test.error ?? forget.error) && <ActionError error={(test.error ?? forget.error) as Error} />}
      <p className="mt-5 text-13 text-ink-3">{t("used_for")}</p>
    </div>
  );
}

function ModelName({ settings: { provider, model, providers, key_hint, source } }: { settings: ModelSettings }) {
  const t = useTranslations("settings.model");
  const name =
    providers.find(({ id }) => id === provider)?.name ?? (provider === "openai-compatible" ? t("compatible") : provider);
  return (
    <p className="mt-1 flex flex-wrap gap-x-3 break-all text-ink-2">
      <code className="font-mono text-13 leading-6 text-ink">{model}</code>
      <span>{name}</span>
      {source === "own" && key_hint !== null && <span>{t("own.key", { hint: key_hint })}</span>}
    </p>
  );
}

/** Forgetting a key cannot be taken back, so it is asked twice. */
function Forget({ isBusy, onForget }: { isBusy: boolean; onForget: () => void }) {
  const t = useTranslations("settings.model.forget");
  const [asking, setAsking] = useState<"not_yet" | "now" | "kept">("not_yet");
  if (asking !== "now") {
    return (
      <Button look="ghost" autoFocus={asking === "kept"} onClick={() => setAsking("now")}>
        {t("ask")}
      </Button>
    );
  }
  return (
    <div role="group" aria-label={t("sure")} className="flex flex-wrap items-center gap-2">
      <span className="text-13 text-ink-2">{t("sure")}</span>
      <Button autoFocus busy={isBusy} onClick={onForget} className="text-bad">
        {t("yes")}
      </Button>
      <Button look="ghost" onClick={() => setAsking("kept")}>
        {t("no")}
      </Button>
    </div>
  );
}
