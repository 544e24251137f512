import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { build } from "esbuild";

const ROOT = join(import.meta.dirname, "..");

/** A page with nothing but the client on it, as `window.client`. */
export interface ChannelPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the client, bundled as it is, on that port of localhost. */
export async function channelPage(port: number): Promise<ChannelPage> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from "@wayfinder/client";`, resolveDir: ROOT },
    bundle: true,
    format: "iife",
    globalName: "client",
    write: false,
  });
  const script = outputFiles[0]?.text ?? "";
  const server = createServer(({ url }, answer) => {
    if (url === "/client.js") return void answer.setHeader("content-type", "text/javascript").end(script);
    answer.setHeader("content-type", "text/html").end(`<!doctype html><title>Channel</title><script src="/client.js"></script>`);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://localhost:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
