import type { StepContext } from "@wayfinder/engine";
import type { Roadmap } from "@wayfinder/protocol";

/** The roadmap that a step goes on from: the one it was handed, or the stored one where somebody has edited that since (PR5, PR8). */
export async function newestOf(handed: Roadmap, context: StepContext): Promise<Roadmap> {
  const stored = await context.roadmap();
  return stored && stored.version > handed.version ? stored : handed;
}
