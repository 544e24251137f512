import type { Language } from "@wayfinder/protocol";
import type { messages } from "#web/messages/en/index.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: typeof messages;
  }
}
