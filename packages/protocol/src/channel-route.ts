/** The routes that a client of the task channel needs: by themselves, so that what it loads holds no others. A template's `{name}` holds one path segment. */
export const CHANNEL_ROUTES = {
  session: "/api/v1/session",
  task: "/api/v1/tasks/{task_id}",
  events: "/api/v1/tasks/{task_id}/events",
  ack: "/api/v1/tasks/{task_id}/events/ack",
  socket: "/api/v1/ws/{task_id}",
} as const;

/** A template with each parameter percent-encoded into its segment. */
export const fillTemplate = (template: string, params: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));

/** The header that tells our server from any other that answers at a right-looking URL (HS2). */
export const PROBE_HEADER = "X-Task-Channel";
