import { useTranslations } from "next-intl";
import Link from "next/link";
import { taskPath } from "#web/features/tasks/paths.ts";
import { StateIcon } from "#web/ui/state-icon.tsx";

/** The button that was pressed has gone or is disabled: who uses keys goes on from here. */
const takeFocus = (note: HTMLElement | null): void => note?.focus({ preventScroll: true });

/** Says that a change is in, with the way to the task that writes what is new. */
export function EditedNote({ taskId, children }: { taskId: string | undefined; children: string }) {
  const t = useTranslations("change");
  return (
    <p role="status" tabIndex={-1} ref={takeFocus} className="flex gap-2 rounded-card bg-done-soft px-4 py-2.5 outline-none">
      <StateIcon state="done" className="mt-[3px] text-done" />
      <span>
        {children} {taskId !== undefined && <Link href={taskPath(taskId)}>{t("writing")}</Link>}
      </span>
    </p>
  );
}
