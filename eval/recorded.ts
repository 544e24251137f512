import { readdirSync, readFileSync } from "node:fs";
import type { GoldGoal } from "./gold-goal.ts";
import { scoreText, type Score } from "./score.ts";

/** The score of each answer in a folder, by file name; `GOAL.txt`, or `GOAL.DEFECT.txt` where a goal has several. */
export function scoreRecorded(folder: URL, gold: readonly GoldGoal[]): Map<string, Score> {
  const goals = new Map(gold.map((goal) => [goal.id, goal]));
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith(".txt"))
      .toSorted()
      .map((file) => {
        const goal = goals.get(file.split(".")[0] ?? "");
        if (!goal) throw new Error(`${file}: there is no goal of that name.`);
        return [file.slice(0, -".txt".length), scoreText(readFileSync(new URL(file, folder), "utf8"), goal)];
      }),
  );
}
