/** A year, in seconds: a choice of language or theme is asked once. */
const MAX_AGE_S = 31_536_000;

/** Keeps a choice of the page's look where the server can read it. */
export function keepCookie(name: string, value: string): void {
  document.cookie = `${name}=${value}; Path=/; Max-Age=${MAX_AGE_S}; SameSite=Lax`;
}
