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
  /** A button beside the line. */
  action?: ReactNode;
}

/** A line of the list: a title with what belongs to it, and how it stands at the right. */
export function ListLink({ href, title, language, meta, aside, action }: ListLinkProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 border-t border-line">
      <Link
        href={href}
        className="group grid min-w-0 grow basis-72 items-center gap-x-8 gap-y-2 py-[18px] no-underline md:grid-cols-[minmax(0,1fr)_240px]"
      >
        <span className="min-w-0">
          <b lang={HTML_LANG[language]} className="line-clamp-2 text-17 font-[550] tracking-17 break-words group-hover:underline">
            {title}
          </b>
          <span className="block text-13 text-ink-3">{meta}</span>
        </span>
        {aside}
      </Link>
      {action && <div className="max-md:pb-4">{action}</div>}
    </li>
  );
}
