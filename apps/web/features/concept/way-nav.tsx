import Link from "next/link";
import { InlineCode } from "#web/features/prose/inline-code.tsx";
import { classNames } from "#web/ui/class-names.ts";

/** A concept to go on to, and what it is to this one. */
export interface Way {
  readonly href: string;
  readonly label: string;
  readonly name: string;
}

interface WayNavProps {
  label: string;
  /** The tag of the names' language. */
  lang: string;
  previous: Way | undefined;
  next: Way | undefined;
  /** What stands in place of a next one. */
  end: string;
}

/** The concepts before and after this one. */
export function WayNav({ label, lang, previous, next, end }: WayNavProps) {
  const card = (way: Way, isNext: boolean) => (
    <Link
      href={way.href}
      className={classNames(
        "block min-w-0 rounded-card border border-line bg-surface px-[18px] py-3.5 no-underline hover:bg-hover",
        isNext && "col-start-2 text-right",
      )}
    >
      <span className="block text-13 text-ink-3">{way.label}</span>
      <b lang={lang} className="font-[550] break-words">
        <InlineCode>{way.name}</InlineCode>
      </b>
    </Link>
  );
  return (
    <nav aria-label={label} className="mt-8 grid grid-cols-2 gap-2 md:gap-4">
      {previous && card(previous, false)}
      {next ? card(next, true) : <p className="col-start-2 self-center text-right text-13 text-ink-3">{end}</p>}
    </nav>
  );
}
