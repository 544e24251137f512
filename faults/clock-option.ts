/** The NODE_OPTIONS of a server whose timeouts come `speed` times as soon. */
export const clockOption = (speed: number): string =>
  `--import ${new URL(`server-clock.ts?speed=${speed}`, import.meta.url).href}`;
