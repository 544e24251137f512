/** What the web application reads from its environment. Read when asked, never compiled in: one build serves any ports and addresses. */
export interface WebConfig {
  /** Address to listen on. */
  readonly host: string;
  readonly webPort: number;
  readonly apiPort: number;
  /** Origin of the API for pages opened under a public name, without a slash at the end. */
  readonly publicApiUrl: string;
  /** Whether concept files are shown while somebody writes them. */
  readonly cataloguePreview: boolean;
}

/** Reads the configuration; a wrong value throws an error that names the variable, what it held and what it may hold. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): WebConfig {
  const apiPort = readPort(env, "API_PORT", 8000);
  return {
    host: env["HOST"] || "127.0.0.1",
    webPort: readPort(env, "WEB_PORT", 3000),
    apiPort,
    publicApiUrl: readOrigin(env, "PUBLIC_API_URL", `http://localhost:${apiPort}`),
    cataloguePreview: env["CATALOGUE_PREVIEW"] === "1",
  };
}

type Env = Readonly<Record<string, string | undefined>>;

function readPort(env: Env, name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined || text === "") return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`${name} is "${text}"; it must be a port from 1 to 65535.`);
  return port;
}

function readOrigin(env: Env, name: string, fallback: string): string {
  const text = env[name] || fallback;
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`${name} is "${text}"; it must be an http or https address.`);
  return url.origin;
}
