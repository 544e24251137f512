import type { ReactNode } from "react";
import { type State, StateIcon } from "#web/ui/state-icon.tsx";

interface RowTextProps {
  state: State;
  name: string;
  /** What stands at the right: the state in a word, and the hours. */
  note: ReactNode;
  /** In place of the state's icon. */
  icon?: ReactNode;
  /** The tag of the name's language. */
  lang?: string | undefined;
}

/** What every row of a concept shows: icon, name, and the state in words. */
export function RowText({ state, name, note, icon, lang }: RowTextProps) {
  return (
    <>
      <span className="grid text-ink-3 in-[.text-on-accent]:text-inherit in-[.text-accent-ink]:text-inherit">
        {icon ?? <StateIcon state={state} />}
      </span>
      <span lang={lang} className="break-words">
        {name}
      </span>
      <span className="note text-right text-13 text-ink-3 tabular-nums">{note}</span>
    </>
  );
}
