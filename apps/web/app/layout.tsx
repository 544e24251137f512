import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider, useLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { readConfig } from "#web/config.ts";
import { ApiProvider } from "#web/features/api/api-provider.tsx";
import { SessionOpener } from "#web/features/api/session-opener.tsx";
import { AppFooter } from "#web/features/shell/app-footer.tsx";
import { AppHeader } from "#web/features/shell/app-header.tsx";
import { parseTheme, THEME_COOKIE } from "#web/features/theme/theme.ts";
import { HTML_LANG } from "#web/i18n/language.ts";
import { ChineseFont } from "#web/ui/chinese-font.tsx";
import "#web/styles/main.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: { default: t("title"), template: `%s · ${t("name")}` }, description: t("description") };
}

export const viewport: Viewport = { colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  const { apiPort, publicApiUrl } = readConfig();
  return (
    <Document theme={theme}>
      <NextIntlClientProvider>
        <ApiProvider apiPort={apiPort} publicApiUrl={publicApiUrl}>
          <SessionOpener />
          <AppHeader />
          {children}
          <AppFooter />
        </ApiProvider>
      </NextIntlClientProvider>
    </Document>
  );
}

function Document({ theme, children }: { theme: "light" | "dark" | undefined; children: ReactNode }) {
  const language = useLocale();
  // The theme button sets data-theme itself; the server's copy may be one choice old.
  return (
    <html lang={HTML_LANG[language]} data-theme={theme} suppressHydrationWarning>
      <body>
        {language === "zh" && <ChineseFont />}
        {children}
      </body>
    </html>
  );
}
