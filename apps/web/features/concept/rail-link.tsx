import Link from "next/link";
import { InlineCode } from "#web/features/prose/inline-code.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { type State, StateIcon } from "#web/ui/state-icon.tsx";

interface RailLinkProps {
  href: string;
  name: string;
  /** The tag of the name's language. */
  lang: string;
  state: State;
  /** The state in words, said aloud. */
  note: string;
  isHere: boolean;
}

/** A concept in the rail. */
export function RailLink({ href, name, lang, state, note, isHere }: RailLinkProps) {
  return (
    <li>
      <Link
        href={href}
        aria-current={isHere ? "page" : undefined}
        className={classNames(
          "grid min-h-11 grid-cols-[18px_minmax(0,1fr)] items-center gap-2.5 rounded-row px-2.5 py-1.5 leading-[22px] no-underline lg:-ml-2.5",
          isHere ? "bg-accent-soft font-[550] text-accent-ink" : "hover:bg-hover",
          !isHere && state === "locked" && "text-ink-3",
        )}
      >
        <StateIcon state={state} className={isHere ? undefined : state === "next" ? "text-accent" : "text-ink-3"} />
        <span className="break-words">
          <span lang={lang}>
            <InlineCode>{name}</InlineCode>
          </span>
          {note !== "" && <span className="sr-only">, {note}</span>}
        </span>
      </Link>
    </li>
  );
}
