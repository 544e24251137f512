import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "#web/ui/icon.tsx";

interface LessonRailProps {
  label: string;
  /** The way back to the whole. */
  back: { readonly href: string; readonly text: string };
  title: string;
  /** The tag of the title's language. */
  lang: string;
  /** What stands below the title on wide screens. */
  children: ReactNode;
}

/** The way back and, on wide screens, the concepts around this one. */
export function LessonRail({ label, back, title, lang, children }: LessonRailProps) {
  return (
    <nav
      aria-label={label}
      className="self-start lg:sticky lg:top-6 lg:-ml-2.5 lg:max-h-[calc(100dvh-48px)] lg:overflow-y-auto lg:pb-4 lg:pl-2.5"
      ref={showCurrent}
    >
      <Link href={back.href} className="inline-flex min-h-11 items-center gap-2 text-ink-2 no-underline hover:underline">
        <Icon of={ArrowLeft} size={16} />
        {back.text}
      </Link>
      <div className="hidden lg:block">
        <h2 lang={lang} className="mt-1 mb-0.5 text-17 tracking-[-0.015em] break-words">
          {title}
        </h2>
        {children}
      </div>
    </nav>
  );
}

/** Brings the link to this page into view within the rail, without moving the page. */
function showCurrent(rail: HTMLElement | null): void {
  const current = rail?.querySelector<HTMLElement>("[aria-current]");
  if (rail && current) rail.scrollTop = Math.max(0, current.offsetTop + current.offsetHeight - rail.clientHeight);
}
