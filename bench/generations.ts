import type { TaskCreated } from "@wayfinder/protocol";
import { WebSocket } from "ws";

/** One generation as a person sees it: milliseconds from the click to the first event and to the final one. */
export interface Generation {
  readonly first_event_ms: number;
  readonly finished_ms: number;
}

const GOALS = ["learn react", "learn pandas", "learn git and docker", "react with typescript", "学 python"];

/** Asks for a roadmap, listens on its socket, and resolves with the final event. */
export async function generation(base: string, cookie: string, i: number): Promise<Generation> {
  const t0 = performance.now();
  const response = await fetch(`${base}/api/v1/roadmaps/generate`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({ goal: GOALS[i % GOALS.length], level: "beginner", hours_per_week: 6, language: i % 2 ? "zh" : "en" }),
  });
  const { links } = (await response.json()) as TaskCreated;
  return new Promise((resolve, reject) => {
    const ws = new WebSocket(links.ws, { headers: { cookie } });
    let first = 0;
    ws.on("message", (data) => {
      const message = JSON.parse(String(data)) as { seq?: number; final?: boolean };
      if (message.seq === 1) first = performance.now() - t0;
      if (message.final !== true) return;
      resolve({ first_event_ms: first, finished_ms: performance.now() - t0 });
      ws.terminate();
    });
    ws.on("error", reject);
  });
}
