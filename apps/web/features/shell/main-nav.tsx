"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { isCurrent, NAV_LINKS } from "./nav-links.ts";

/** The navigation of the header on wide screens. */
export function MainNav() {
  const t = useTranslations("shell.nav");
  const path = usePathname();
  return (
    <nav aria-label={t("label")} className="hidden gap-1 md:flex">
      {NAV_LINKS.map(({ href, key }) => (
        <Link
          key={href}
          href={href}
          aria-current={isCurrent(href, path) ? "page" : undefined}
          className="flex min-h-11 items-center rounded-card px-2 whitespace-nowrap text-ink-2 no-underline hover:bg-hover hover:text-ink lg:px-3 aria-[current]:font-[550] aria-[current]:text-ink"
        >
          {t(key)}
        </Link>
      ))}
    </nav>
  );
}
