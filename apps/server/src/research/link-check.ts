import type { LinkCheck } from "@wayfinder/pipeline";
import { limitedBody } from "./limited-body.ts";
import { pageTitles } from "./page-title.ts";
import { isOtherPage, isSameTitle } from "./same-title.ts";

/** PR10: time, size and redirects of one check. */
const TIME_MS = 8_000;
const MOST_BYTES = 512 * 1024;
const MOST_REDIRECTS = 3;
/** Pages kept in mind; the oldest go first. */
const MOST_KEPT = 2_000;
/** What was found stands for a week; what was not may be there in an hour. */
const FOUND_STANDS_MS = 7 * 86_400_000;
const MISSING_STANDS_MS = 3_600_000;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

interface Parts {
  /** Refuses addresses that are not public when it connects, and follows no redirect. */
  readonly fetch: typeof fetch;
  readonly today: () => Date;
}

interface Page {
  readonly url: string;
  readonly titles: readonly string[];
}

interface Kept {
  readonly page: Page | null;
  readonly at: Date;
}

/** Fetches pages and compares what they call themselves with what is claimed (PR10); each page once for a while. */
export function createLinkCheck({ fetch, today }: Parts): LinkCheck {
  const kept = new Map<string, Kept>();

  async function look(url: string, signal: AbortSignal): Promise<Kept> {
    const before = kept.get(url);
    const stands = before?.page ? FOUND_STANDS_MS : MISSING_STANDS_MS;
    if (before && today().getTime() - before.at.getTime() < stands) return before;
    const found: Kept = { page: await fetchPage(fetch, url, signal), at: today() };
    kept.delete(url);
    kept.set(url, found);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return found;
  }

  return {
    async check({ url, title, signal }) {
      const { page, at } = await look(url, signal);
      // of a title and a heading one may be the site's: neither may speak of another page
      if (!page || page.titles.some((found) => isOtherPage(title, found))) return null;
      const match = page.titles.find((found) => isSameTitle(title, found));
      if (match === undefined) return null;
      return { url: page.url, title: match, checked_on: at.toISOString().slice(0, 10) };
    },
  };
}

/** The page behind an address, or null: not reachable, not allowed, or nothing that has a title. Rejects only when the caller gave up. */
async function fetchPage(fetch: Parts["fetch"], url: string, signal: AbortSignal): Promise<Page | null> {
  const timed = AbortSignal.any([signal, AbortSignal.timeout(TIME_MS)]);
  try {
    let next: string | null = url;
    for (let hop = 0; next !== null && hop <= MOST_REDIRECTS; hop += 1) {
      const at = allowed(next);
      if (!at) return null;
      const response = await fetch(at.href, {
        signal: timed,
        headers: { "user-agent": "Wayfinder link check", accept: "text/html, application/pdf" },
      });
      next = redirectOf(response, at);
      if (next === null) return await pageOf(response, at);
      await response.body?.cancel();
    }
  } catch {
    signal.throwIfAborted();
  }
  return null;
}

/** Only http and https, and nothing that carries a name or a password. */
function allowed(url: string): URL | null {
  const parsed = URL.parse(url);
  const isWeb = parsed?.protocol === "http:" || parsed?.protocol === "https:";
  return parsed && isWeb && parsed.username === "" && parsed.password === "" ? parsed : null;
}

function redirectOf({ status, headers }: Response, from: URL): string | null {
  const location = headers.get("location");
  return REDIRECTS.has(status) && location !== null ? (URL.parse(location, from.href)?.href ?? "") : null;
}

async function pageOf(response: Response, { href }: URL): Promise<Page | null> {
  const type = response.headers.get("content-type") ?? "";
  const encoding = response.headers.get("content-encoding") ?? "identity";
  if (!response.ok || encoding !== "identity" || !/^(text\/html|application\/xhtml\+xml|application\/pdf)/i.test(type)) {
    await response.body?.cancel();
    return null;
  }
  const titles = pageTitles(await limitedBody(response, MOST_BYTES), type);
  return titles.length > 0 ? { url: href, titles } : null;
}
