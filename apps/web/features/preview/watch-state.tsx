import { useTranslations } from "next-intl";
import { StateIcon } from "#web/ui/state-icon.tsx";
import type { Watch } from "./use-preview.ts";

const MARKS = { connecting: "busy", watching: "done", lost: "failed" } as const;
const COLOURS = { connecting: "text-ink-3", watching: "text-done", lost: "text-warn" } as const;

/** Whether the page follows the file. */
export function WatchState({ watch }: { watch: Watch }) {
  const t = useTranslations("preview.watch");
  return (
    <p role="status" className="flex items-center gap-2 text-13 text-ink-2">
      <StateIcon state={MARKS[watch]} size={16} className={COLOURS[watch]} />
      {t(watch)}
    </p>
  );
}
