import Link from "next/link";
import { InlineCode } from "#web/features/prose/inline-code.tsx";

interface NeighbourLinksProps {
  title: string;
  /** The tag of the names' language. */
  lang: string;
  concepts: readonly { readonly href: string; readonly name: string }[];
}

/** Concepts that this one builds on or leads to; nothing when there are none. */
export function NeighbourLinks({ title, lang, concepts }: NeighbourLinksProps) {
  if (concepts.length === 0) return null;
  return (
    <section>
      <h2 className="text-13 tracking-normal text-ink-2">{title}</h2>
      <ul lang={lang}>
        {concepts.map(({ href, name }) => (
          <li key={href}>
            <Link href={href} className="flex min-h-11 items-center leading-5 break-words no-underline hover:underline">
              <InlineCode>{name}</InlineCode>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
