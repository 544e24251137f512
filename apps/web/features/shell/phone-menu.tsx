"use client";

import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useRef } from "react";
import { Icon } from "#web/ui/icon.tsx";
import { isCurrent, NAV_LINKS } from "./nav-links.ts";

const ID = "phone-menu";

/** The navigation on a phone: a button that opens the same links in a popover, which the browser closes on Escape or a tap beside it. */
export function PhoneMenu() {
  const t = useTranslations("shell.nav");
  const path = usePathname();
  const popover = useRef<HTMLElement>(null);
  return (
    <div className="md:hidden">
      <button
        type="button"
        popoverTarget={ID}
        aria-label={t("menu")}
        className="grid size-11 flex-none place-items-center rounded-card text-ink-2 hover:bg-hover hover:text-ink"
      >
        <Icon of={Menu} size={20} />
      </button>
      <nav
        ref={popover}
        id={ID}
        popover="auto"
        aria-label={t("label")}
        className="fixed inset-auto top-15 right-4 m-0 min-w-56 rounded-card border border-line bg-surface p-1 text-ink"
      >
        {NAV_LINKS.map(({ href, key }) => (
          <Link
            key={href}
            href={href}
            aria-current={isCurrent(href, path) ? "page" : undefined}
            onClick={() => popover.current?.hidePopover()}
            className="flex min-h-11 items-center rounded-row px-3 text-ink-2 no-underline hover:bg-hover aria-[current]:font-[550] aria-[current]:text-ink"
          >
            {t(key)}
          </Link>
        ))}
      </nav>
    </div>
  );
}
