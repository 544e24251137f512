/** The live page of a task. */
export const taskPath = (task_id: string): string => `/app/tasks/${encodeURIComponent(task_id)}`;
