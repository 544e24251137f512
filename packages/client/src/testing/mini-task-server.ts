import { CLOSE, type CloseName } from "@wayfinder/protocol/close-code";
import { matchPath, PROBE_HEADER, SOCKET_ID } from "@wayfinder/protocol/route";
import { loopbackServer, type LoopbackRules, type LoopbackServer, type LoopbackSocket } from "./loopback-server.ts";
import { completed, connected, live, progress, TASK } from "./messages.ts";

/** A task of somebody else, and one whose log has expired. */
export const THEIRS = "task-theirs";
export const GONE = "task-gone";

const REFUSALS: Readonly<Record<string, CloseName>> = { [THEIRS]: "not_yours", [GONE]: "gone" };

/** A server with the handshake rules HS1 to HS3 over a log of three events, the last one final. */
export function miniTaskServer(): Promise<LoopbackServer> {
  return loopbackServer({
    request: (request, response) => {
      const path = request.url?.split("?")[0] ?? "";
      const task_id = matchPath("socket", path)?.task_id;
      if (task_id === undefined) return void response.writeHead(404).end("{}");
      const status = task_id === TASK ? 426 : task_id === THEIRS ? 403 : task_id === GONE ? 410 : 404;
      response.writeHead(status, { [PROBE_HEADER]: "1" }).end("{}");
    },
    upgrade: (request, accept) => {
      const url = request.url ?? "";
      const query = url.indexOf("?");
      const path = query < 0 ? url : url.slice(0, query);
      const task_id = matchPath("socket", path)?.task_id;
      const is_near = /\/ws(\/|$)/.test(path);
      if (task_id === undefined && !is_near) return { status: 404 };
      const socket = accept();
      if (task_id === undefined) refuse(socket, "wrong_path", `/api/v1/ws/${TASK}`);
      else serve(socket, task_id, new URLSearchParams(query < 0 ? "" : url.slice(query)));
      return "accepted";
    },
  });
}

function serve(socket: LoopbackSocket, task_id: string, query: URLSearchParams): void {
  const after = query.get("after") ?? "0";
  const refusal = REFUSALS[task_id] ?? (SOCKET_ID.test(task_id) && task_id === TASK ? undefined : "no_such_task");
  if (refusal !== undefined) return refuse(socket, refusal);
  if (!/^\d+$/.test(after)) return refuse(socket, "bad_message");
  const log = [progress(1), progress(2), completed(3)];
  socket.say(connected({ head: log.length, from: Number(after) + 1 }), ...log.slice(Number(after)), live(log.length));
  socket.end(CLOSE.finished.code);
}

function refuse(socket: LoopbackSocket, name: CloseName, path?: string): void {
  const { code, reason } = CLOSE[name];
  socket.say({ type: "error", task_id: "", code, reason, action: "stop", ...(path === undefined ? {} : { path }) }).end(code);
}

/** A server that knows nothing of us: every upgrade gets `status`, every request the same with a page. */
export const foreignServer = (status: number, headers: Record<string, string> = {}): Promise<LoopbackServer> =>
  loopbackServer(foreignRules(status, headers));

const foreignRules = (status: number, headers: Record<string, string>): LoopbackRules => ({
  request: (_, response) => void response.writeHead(status, { "Content-Type": "text/html", ...headers }).end("<h1>Hello</h1>"),
  upgrade: () => ({
    status,
    headers: Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join(""),
  }),
});

/** A server that takes connections and never says a word. */
export const silentServer = (): Promise<LoopbackServer> => loopbackServer({ request: () => {}, upgrade: () => "silence" });
