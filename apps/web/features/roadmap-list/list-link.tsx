import type { Language } from "@wayfinder/protocol";
import Link from "next/link";
import type { ReactNode } from "react";
import { HTML_LANG } from "#web/i18n/language.ts";

interface ListLinkProps {
  href: string;
  title: string;
  language: Language;
  meta: ReactNode;
  aside: ReactNode;
}

/** A line of the list: a title with what belongs to it, and how it stands at the right. */
export function ListLink({ href, title, language, meta, aside }: ListLinkProps) {
  return (
    <li className="border-t border-line">
      <Link
        href={href}
        className="group grid items-center gap-x-8 gap-y-2 py-[18px] no-underline md:grid-cols-[minmax(0,1fr)_240px]"
      >
        <span className="min-w-0">
          <b lang={HTML_LANG[language]} className="line-clamp-2 text-17 font-[550] tracking-17 break-words group-hover:underline">
            {title}
          </b>
          <span className="block text-13 text-ink-3">{meta}</span>
        </span>
        {aside}
      </Link>
    </li>
  );
}
