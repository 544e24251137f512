import type { ReactNode } from "react";
import { Panel } from "#web/ui/panel.tsx";
import { type State, StateIcon } from "#web/ui/state-icon.tsx";

interface OutcomePanelProps {
  state: State;
  /** Class of the mark's colour, where it is not the state's own. */
  tone?: string | undefined;
  actions: ReactNode;
  more?: ReactNode;
  children: ReactNode;
}

const TONES: Partial<Record<State, string>> = { done: "text-done", failed: "text-bad" };

/** How a task ended, and what can be done next. */
export function OutcomePanel({ state, tone, actions, more, children }: OutcomePanelProps) {
  return (
    <Panel className="rise mb-5 px-5 py-3.5">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-72 gap-3">
          <StateIcon state={state} className={`mt-[3px] ${tone ?? TONES[state] ?? "text-ink-3"}`} />
          <p className="min-w-0 break-words">{children}</p>
        </div>
        <div className="flex flex-wrap gap-2">{actions}</div>
      </div>
      {more}
    </Panel>
  );
}
