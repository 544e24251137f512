"use client";

import { Popover } from "@base-ui/react/popover";
import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { Icon } from "#web/ui/icon.tsx";
import { isCurrent, NAV_LINKS } from "./nav-links.ts";

/** The navigation on a phone: a button that opens the same links. */
export function PhoneMenu() {
  const t = useTranslations("shell.nav");
  const path = usePathname();
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        aria-label={t("menu")}
        className="grid size-11 flex-none place-items-center rounded-card text-ink-2 hover:bg-hover hover:text-ink md:hidden"
      >
        <Icon of={Menu} size={20} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="end" className="z-10">
          <Popover.Popup className="min-w-56 rounded-card border border-line bg-surface p-1">
            <nav aria-label={t("label")}>
              {NAV_LINKS.map(({ href, key }) => (
                <Link
                  key={href}
                  href={href}
                  aria-current={isCurrent(href, path) ? "page" : undefined}
                  onClick={() => setOpen(false)}
                  className="flex min-h-11 items-center rounded-row px-3 text-ink-2 no-underline hover:bg-hover aria-[current]:font-[550] aria-[current]:text-ink"
                >
                  {t(key)}
                </Link>
              ))}
            </nav>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
