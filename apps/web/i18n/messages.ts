import type { Language } from "@wayfinder/protocol";

const LOADERS = {
  en: () => import("#web/messages/en/index.ts"),
  zh: () => import("#web/messages/zh/index.ts"),
};

/** All texts of one language; each feature has a file of its own below messages/. */
export async function loadMessages(language: Language) {
  return (await LOADERS[language]()).messages;
}
