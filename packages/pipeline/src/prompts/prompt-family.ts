import { StepRefusal } from "@wayfinder/engine";
import type { Goal } from "@wayfinder/protocol";
import type { ObjectPrompt, Prompt } from "./prompt.ts";

/** A prompt of whatever data and answer. */
export type AnyPrompt = Prompt<never> | ObjectPrompt<never, unknown>;

/** All versions of one prompt that tasks may have begun with. */
export interface PromptFamily<P extends AnyPrompt = AnyPrompt> {
  readonly id: string;
  /** Newest last. */
  readonly versions: readonly P[];
  /** The version that new tasks begin with. */
  readonly newest: P;
  /** The version that the task began with; the newest where it pinned none. Throws StepRefusal when that version is gone. */
  pinned(goal: Pick<Goal, "prompts" | "language">): P;
}

/** The versions of a prompt, newest last. A version leaves only when no task can be running with it any more. */
export function promptFamily<P extends AnyPrompt>(...versions: readonly [P, ...P[]]): PromptFamily<P> {
  const newest = versions.at(-1) ?? versions[0];
  const { id } = newest;
  return {
    id,
    versions,
    newest,
    pinned({ prompts, language }) {
      const wanted = prompts?.[id];
      if (wanted === undefined) return newest;
      const found = versions.find(({ version }) => version === wanted);
      if (!found) throw new StepRefusal(versionGone({ id, wanted, newest: newest.version, language }));
      return found;
    },
  };
}

const versionGone = ({ id, wanted, newest, language }: { id: string; wanted: string; newest: string } & Pick<Goal, "language">) =>
  language === "zh"
    ? `这个任务开始时用的是提示词“${id}”的 ${wanted} 版，这台服务器上已经没有了（现在是 ${newest} 版）。请重新生成路线图。`
    : `This task began with version ${wanted} of the prompt “${id}”, which this server no longer has (it has ${newest}). Generate the roadmap anew.`;
