"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";

/** The title of a page whose subject is known only in the browser; until then the page's own stands. */
export function DocumentTitle({ children }: { children: string }) {
  const t = useTranslations("shell");
  const title = `${children} · ${t("name")}`;
  // A second <title> beside the one of the page's metadata would be ignored.
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}
