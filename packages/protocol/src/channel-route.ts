/*
 * The routes that a client of the task channel needs, each by itself, so that what it loads holds no others. A template's `{name}` holds one path segment.
 */

/** Makes or renews the session. */
export const SESSION_ROUTE = "/api/v1/session";
/** The state of a task. */
export const TASK_ROUTE = "/api/v1/tasks/{task_id}";
/** The log of a task, as pages or as a stream. */
export const EVENTS_ROUTE = "/api/v1/tasks/{task_id}/events";
/** The ack of a stream (SD9). */
export const ACK_ROUTE = "/api/v1/tasks/{task_id}/events/ack";
/** The socket of a task. */
export const SOCKET_ROUTE = "/api/v1/ws/{task_id}";

/** The path of one of these for a task. */
export const taskPath = (template: string, task_id: string): string => template.replace("{task_id}", encodeURIComponent(task_id));

/** The header that tells our server from any other that answers at a right-looking URL (HS2). */
export const PROBE_HEADER = "X-Task-Channel";
