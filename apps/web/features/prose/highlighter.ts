import type { LanguageRegistration, ThemeRegistration } from "shiki/core";

/** The languages the tutorials hold, each loaded when a text first needs it. Names that mean the same share a loader. */
const LANGUAGES: ReadonlyMap<string, () => Promise<{ default: LanguageRegistration[] }>> = new Map(
  Object.entries({
    js: () => import("shiki/langs/javascript.mjs"),
    jsx: () => import("shiki/langs/jsx.mjs"),
    ts: () => import("shiki/langs/typescript.mjs"),
    tsx: () => import("shiki/langs/tsx.mjs"),
    html: () => import("shiki/langs/html.mjs"),
    css: () => import("shiki/langs/css.mjs"),
    json: () => import("shiki/langs/json.mjs"),
    yaml: () => import("shiki/langs/yaml.mjs"),
    python: () => import("shiki/langs/python.mjs"),
    sql: () => import("shiki/langs/sql.mjs"),
    bash: () => import("shiki/langs/bash.mjs"),
    diff: () => import("shiki/langs/diff.mjs"),
    dockerfile: () => import("shiki/langs/dockerfile.mjs"),
  }),
);
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    javascript: "js",
    typescript: "ts",
    py: "python",
    sh: "bash",
    shell: "bash",
    yml: "yaml",
    docker: "dockerfile",
  }),
);

const colour = (scope: string[], role: string) => ({ scope, settings: { foreground: `var(--code-${role})` } });

/** The roles of tokens.css on the scopes of the grammars, so that both themes follow without a second highlighting. */
const THEME: ThemeRegistration = {
  name: "wayfinder",
  type: "light",
  fg: "var(--ink)",
  bg: "var(--sunken)",
  settings: [
    { settings: { foreground: "var(--ink)" } },
    colour(["comment", "punctuation.definition.comment"], "comment"),
    colour(["string", "punctuation.definition.string", "markup.inserted"], "string"),
    colour(["keyword", "storage", "entity.name.tag", "markup.deleted"], "keyword"),
    colour(
      ["constant", "entity.name.type", "entity.name.class", "support.type", "support.class", "entity.other.attribute-name"],
      "type",
    ),
    colour(
      ["entity.name.function", "support.function", "support.type.property-name.css", "meta.function-call.generic"],
      "function",
    ),
    { scope: ["keyword.operator", "storage.type.function.arrow"], settings: { foreground: "var(--ink)" } },
  ],
};

export interface CodeToken {
  readonly text: string;
  /** A CSS colour. */
  readonly color?: string;
}

/** Colours code by its grammar; languages are loaded when a text first needs them. */
export interface Highlighter {
  /** The lines of `code` in coloured pieces, or null when the language is none we know. */
  highlight(code: string, language: string): Promise<CodeToken[][] | null>;
}

export async function createHighlighter(): Promise<Highlighter> {
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }] = await Promise.all([
    import("shiki/core"),
    // The other engine is WebAssembly, which the page's policy does not run.
    import("shiki/engine/javascript"),
  ]);
  const shiki = await createHighlighterCore({
    themes: [THEME],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  return {
    async highlight(code, language) {
      const name = SAME.get(language) ?? language;
      const load = LANGUAGES.get(name);
      if (!load) return null;
      if (!shiki.getLoadedLanguages().includes(name)) await shiki.loadLanguage(load());
      const { tokens } = shiki.codeToTokens(code, { lang: name, theme: "wayfinder" });
      return tokens.map((line) => line.map(({ content, color }) => ({ text: content, ...(color ? { color } : {}) })));
    },
  };
}
