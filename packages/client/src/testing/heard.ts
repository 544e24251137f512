import type { TransportHandlers } from "../transport.ts";

/** Handlers that write down what they are told, one word each, messages as they came. */
export function heard(): { lines: unknown[]; handlers: TransportHandlers } {
  const lines: unknown[] = [];
  return {
    lines,
    handlers: {
      opened: () => void lines.push("opened"),
      message: (data) => void lines.push(JSON.parse(String(data))),
      closed: (code) => void lines.push(code),
    },
  };
}
