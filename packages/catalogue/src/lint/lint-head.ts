import { basename } from "node:path";
import { Language, Level, ResourceKind } from "@wayfinder/protocol";
import type { ConceptHead } from "../concept-head.ts";
import { lintBoth } from "./lint-both.ts";
import { lintHours } from "./lint-hours.ts";
import { hanCount, wordCount } from "./measure-text.ts";
import type { Say } from "./say.ts";

const REQUIRED = "id title aliases domain module kind tags level hours outcomes requires resources sources checked".split(" ");
const KEYS = [...REQUIRED, "value"];
const MAX_ID_LENGTH = 40;
const MIN_ALIASES = 3;

/** The line of the file on which a part of the front matter stands. */
export type LineOf = (...path: readonly (string | number)[]) => number;

/** The front matter: keys (L1), id (L2), texts in both languages (L3, L4), hours and value (L8), outcomes (L9), resources (L10). */
export function lintHead(path: string, head: ConceptHead, { lineOf, say }: { lineOf: LineOf; say: Say }): void {
  for (const key of head.keys) if (!KEYS.includes(key)) say("L1", `unknown key "${key}"; known: ${KEYS.join(", ")}`, lineOf(key));
  for (const key of REQUIRED) if (!head.keys.includes(key)) say("L1", `missing key "${key}"`, 1);
  if (!["concept", "project"].includes(head.kind)) say("L1", `kind "${head.kind}"; known: concept, project`, lineOf("kind"));
  for (const kind of head.odd_kinds) say("L1", `a prerequisite is hard or soft, not "${kind}"`, lineOf("requires"));
  const { id } = head;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length > MAX_ID_LENGTH)
    say("L2", `id "${id}" must be lower-case words joined by "-", at most ${MAX_ID_LENGTH} characters`, lineOf("id"));
  if (basename(path, ".md") !== id) say("L2", `id "${id}" differs from the file name`, lineOf("id"));
  lintBoth(head.title, "title", (rule, message) => say(rule, message, lineOf("title")));
  for (const language of Language.options)
    if (head.aliases[language].length < MIN_ALIASES) say("L3", `aliases.${language}: at least ${MIN_ALIASES}`, lineOf("aliases"));
  if (!Level.safeParse(head.level).success)
    say("L8", `level "${head.level}"; known: ${Level.options.join(", ")}`, lineOf("level"));
  else lintHours(head.hours, head.kind === "project" ? "project" : head.level, (rule, m) => say(rule, m, lineOf("hours")));
  if (![1, 2, 3, 4, 5].includes(head.value)) say("L8", "value is 1 to 5", lineOf("value"));
  lintOutcomes(head, { lineOf, say });
  lintResources(head, { lineOf, say });
}

const VAGUE = {
  en: /^(understand|know|learn|be familiar|appreciate|be aware|grasp|master)\b/i,
  zh: /^(了解|理解|掌握|熟悉|知道|学习|学会|认识|明白)/,
} as const satisfies Record<Language, RegExp>;
const OUTCOMES = [3, 6] as const;
const OUTCOME_WORDS = 18;
const OUTCOME_HAN = 40;

function lintOutcomes({ outcomes }: ConceptHead, { lineOf, say }: { lineOf: LineOf; say: Say }): void {
  if (outcomes.length < OUTCOMES[0] || outcomes.length > OUTCOMES[1])
    say("L9", `${outcomes.length} outcomes; ${OUTCOMES.join(" to ")} wanted`, lineOf("outcomes"));
  if (new Set(outcomes.map((o) => o.id)).size < outcomes.length) say("L9", "outcome ids repeat", lineOf("outcomes"));
  outcomes.forEach((o, i) => {
    const here: Say = (rule, message) => say(rule, message, lineOf("outcomes", i));
    lintBoth(o, `outcome ${o.id}`, here);
    if (VAGUE.en.test(o.en) || VAGUE.zh.test(o.zh)) here("L9", `outcome ${o.id} begins with a verb nobody can observe`);
    if (wordCount(o.en) > OUTCOME_WORDS || hanCount(o.zh) > OUTCOME_HAN)
      here("L9", `outcome ${o.id} is too long (${OUTCOME_WORDS} words, ${OUTCOME_HAN} characters)`);
  });
}

/** Hosts whose addresses have stayed for years. */
const STABLE_HOSTS = new Set(
  `developer.mozilla.org www.w3.org html.spec.whatwg.org tc39.es react.dev zh-hans.react.dev www.typescriptlang.org nodejs.org docs.python.org docs.pytest.org
   numpy.org pandas.pydata.org matplotlib.org scikit-learn.org jupyter.org www.postgresql.org www.sqlite.org git-scm.com docs.github.com docs.docker.com www.gnu.org
   man7.org www.freedesktop.org www.openssh.com web.dev eloquentjavascript.net wesmckinney.com linuxcommand.org`.split(/\s+/),
);

const isStable = (url: string): boolean => {
  const parsed = URL.parse(url);
  return parsed?.protocol === "https:" && STABLE_HOSTS.has(parsed.hostname);
};

function lintResources({ resources, sources, checked }: ConceptHead, { lineOf, say }: { lineOf: LineOf; say: Say }): void {
  if (resources.length < 2 || Language.options.some((language) => !resources.some((r) => r.lang === language)))
    say("L10", "at least 2 resources, one in each language", lineOf("resources"));
  resources.forEach((r, i) => {
    const here = (message: string) => say("L10", `resource ${i + 1}: ${message}`, lineOf("resources", i));
    for (const key of ["title", "publisher", "kind", "lang", "find"] as const) if (!r[key]) here(`no ${key}`);
    if (!ResourceKind.safeParse(r.kind).success) here(`kind "${r.kind}"; known: ${ResourceKind.options.join(", ")}`);
    if (!Language.safeParse(r.lang).success) here(`lang "${r.lang}"; known: ${Language.options.join(", ")}`);
    if (r.url && !isStable(r.url)) here(`${r.url} is not on the list of stable hosts`);
  });
  if (sources.length === 0 || !/^\d{4}-\d\d-\d\d$/.test(checked.on) || !checked.with)
    say("L10", "sources and checked {on, with} are required", lineOf("checked"));
}
