/** A message of the server as it came: told apart by `type`, everything else unproved. */
export type Message = { readonly type: string } & Readonly<Record<string, unknown>>;

export const isEvent = (message: Message): boolean => "seq" in message;
export const eventsOf = (messages: readonly Message[]): Message[] => messages.filter(isEvent);
export const seqsOf = (messages: readonly Message[]): unknown[] => eventsOf(messages).map(({ seq }) => seq);
export const typesOf = (messages: readonly Message[]): string[] => messages.map(({ type }) => type);

/** The numbers from `first` to `last`. */
export const numbers = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
