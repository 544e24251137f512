import type { Fetch } from "./environment.ts";
import { eventStreamParser } from "./event-stream-parser.ts";
import { fetchedConnection, type FetchedLine } from "./fetched-connection.ts";
import { StreamAcks } from "./stream-acks.ts";
import type { Transport } from "./transport.ts";

const MEDIA_TYPE = "text/event-stream";

/** The transport over server-sent events (CL8), read with `fetch`: an `EventSource` would retry by itself and hide every status. */
export function sseTransport(fetch: Fetch): Transport {
  return {
    open({ url }, handlers) {
      let acks: StreamAcks | null = null;
      const run = async ({ opened, message, signal }: FetchedLine): Promise<void> => {
        const headers = { Accept: MEDIA_TYPE, ...placeOf(url) };
        const answer = await fetch(url, { headers, credentials: "include", cache: "no-store", signal });
        const isStream = answer.ok && (answer.headers.get("Content-Type") ?? "").startsWith(MEDIA_TYPE);
        if (!isStream || answer.body === null) {
          await answer.body?.cancel();
          throw new Error("No event stream");
        }
        opened();
        const heard = new StreamAcks({ fetch, url, signal });
        acks = heard;
        await readAll(answer.body, (data) => {
          heard.hear(data);
          message(data);
        });
      };
      return fetchedConnection(handlers, run, (text) => acks?.send(text));
    },
  };
}

async function readAll(body: ReadableStream<Uint8Array>, message: (data: string) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parse = eventStreamParser();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const data of parse(decoder.decode(part.value, { stream: true }))) message(data);
  }
}

/** The place in the log as event streams tell it. The address tells it, too, for servers and proxies that drop the header. */
function placeOf(url: string): Record<string, string> {
  const { searchParams } = new URL(url);
  const after = searchParams.get("after");
  const epoch = searchParams.get("epoch");
  return after === null || epoch === null ? {} : { "Last-Event-ID": `${epoch}:${after}` };
}
