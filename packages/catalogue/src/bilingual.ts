import type { Language } from "@wayfinder/protocol";

/** A text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;

/** Texts in both languages. */
export type BilingualList = Readonly<Record<Language, readonly string[]>>;
