import { classNames } from "#web/ui/class-names.ts";
import { type State, StateIcon } from "#web/ui/state-icon.tsx";

interface SampleRow {
  name: string;
  state: State;
  word: string;
}

interface SampleModuleProps {
  number: string;
  name: string;
  count: string;
  rows: readonly SampleRow[];
}

const LOOKS: Partial<Record<State, string>> = {
  done: "text-ink-2 [&>svg]:text-done",
  next: "bg-accent font-[550] text-on-accent",
  ready: "[&>svg]:text-ink-2",
  locked: "text-ink-3",
};

/** A module as it stands in a roadmap, for the picture on the first page. */
export function SampleModule({ number, name, count, rows }: SampleModuleProps) {
  return (
    <div className="min-w-0 flex-1 rounded-card border border-line bg-surface px-1 pb-1">
      <div className="flex min-h-11 items-baseline gap-2.5 px-3 pt-[11px] pb-[9px]">
        <span className="font-mono text-13 leading-6 font-medium text-ink-3">{number}</span>
        <span className="font-semibold tracking-15">{name}</span>
        <span className="ml-auto text-13 text-ink-3 tabular-nums">{count}</span>
      </div>
      {rows.map(({ name: concept, state, word }) => (
        <div
          key={concept}
          className={classNames(
            "grid min-h-11 grid-cols-[18px_minmax(0,1fr)_auto] items-center gap-3 rounded-row px-3 py-2 leading-[22px]",
            LOOKS[state],
          )}
        >
          <StateIcon state={state} />
          <span>{concept}</span>
          <span className={classNames("text-13 whitespace-nowrap tabular-nums", state === "done" && "text-ink-3")}>{word}</span>
        </div>
      ))}
    </div>
  );
}
