/** The pages of the main navigation and their keys in shell.json. */
export const NAV_LINKS = [
  { href: "/", key: "home" },
  { href: "/app/explore", key: "explore" },
  { href: "/app/roadmaps", key: "roadmaps" },
  { href: "/app/tasks", key: "tasks" },
  { href: "/app/new", key: "new" },
  { href: "/app/settings", key: "settings" },
] as const;

/** Whether a link of the navigation leads to the page at `path` or to what stands below it. */
export function isCurrent(href: string, path: string): boolean {
  return href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
}
