import { Language } from "@wayfinder/protocol";
import type { Bilingual } from "../bilingual.ts";
import { hanCount } from "./measure-text.ts";
import type { Say } from "./say.ts";

/** That a text is there in both languages (L3), the Chinese one in Chinese unless it is a name or code (L4). */
export function lintBoth(text: Bilingual, where: string, say: Say): void {
  if (text.en !== "" && text.en === text.zh) return; // code and numbers, written once for both
  for (const language of Language.options) if (!text[language]) say("L3", `${where}: no ${language} text`);
  if (text.zh && hanCount(text.zh) === 0 && !/^[A-Z`\d]/i.test(text.zh)) say("L4", `${where}: the zh text has no Chinese`);
}
