import { buildPath, type TaskLinks } from "@wayfinder/protocol";

/** Where a task is followed, under the address the asker reached us by (HS6). */
export function taskLinks(base: string, task_id: string): TaskLinks {
  const at = (route: "task" | "events" | "ticket") => base + buildPath(route, { task_id });
  const socket = base.replace(/^http/, "ws") + buildPath("socket", { task_id });
  return { self: at("task"), ws: `${socket}?include_history=true`, events: at("events"), ticket: at("ticket") };
}
