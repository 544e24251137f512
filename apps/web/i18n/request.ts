import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { LANGUAGE_COOKIE, pageLanguage } from "./language.ts";
import { loadMessages } from "./messages.ts";

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  const locale = pageLanguage(chosen, (await headers()).get("accept-language"));
  // Days in this product are calendar days without a zone, written as UTC midnights.
  return { locale, messages: await loadMessages(locale), timeZone: "UTC" };
});
