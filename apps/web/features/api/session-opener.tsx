"use client";

import { useSession } from "./use-session.ts";

/** Opens the guest session as soon as the page runs. */
export function SessionOpener() {
  useSession();
  return null;
}
