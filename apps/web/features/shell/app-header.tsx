import { useTranslations } from "next-intl";
import Link from "next/link";
import { LanguageButton } from "#web/features/language/language-button.tsx";
import { ThemeButton } from "#web/features/theme/theme-button.tsx";
import { Logo } from "#web/ui/logo.tsx";
import { MainNav } from "./main-nav.tsx";
import { PhoneMenu } from "./phone-menu.tsx";

/** The skip link and the header of every page. */
export function AppHeader() {
  const t = useTranslations("shell");
  return (
    <>
      <a
        href="#main"
        className="absolute -top-16 left-4 z-10 rounded-card bg-accent px-4 py-2.5 text-on-accent no-underline focus:top-1.5"
      >
        {t("skip")}
      </a>
      <header className="relative z-5 border-b border-line bg-paper">
        <div className="wrap flex h-14 items-center gap-2 lg:gap-8">
          <Link href="/" className="flex min-h-11 items-center gap-2.5 text-[16px] font-semibold tracking-[-0.02em] no-underline">
            <Logo />
            {t("name")}
          </Link>
          <MainNav />
          <div className="ml-auto flex items-center gap-1">
            <LanguageButton />
            <ThemeButton />
            <PhoneMenu />
          </div>
        </div>
      </header>
    </>
  );
}
