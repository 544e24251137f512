import type { CallStore } from "@wayfinder/engine";

type Probe = Parameters<CallStore["beginProbe"]>[0];

/** Books of probes in memory: what was begun and how it ended, in order. The real ones are held to budgets by their contract. */
export class Books implements Pick<CallStore, "beginProbe" | "finishCall" | "failCall"> {
  readonly begun: Probe[] = [];
  readonly ended: string[] = [];
  /** Whether whoever asks may spend no more. */
  isSpent: (user_id: string | null) => boolean = () => false;

  beginProbe: CallStore["beginProbe"] = async (probe) => {
    if (this.isSpent(probe.asker.user_id)) return { outcome: "over_budget", message: "The budget would be passed." };
    return { outcome: "begun", call_id: this.begun.push(probe) };
  };
  finishCall: CallStore["finishCall"] = async ({ call_id, answer: { cost } }) =>
    void this.ended.push(`${call_id} answered, ${cost?.output_tokens ?? "unknown"} tokens`);
  failCall: CallStore["failCall"] = async ({ call_id, standing, possibly_billed }) =>
    void this.ended.push(`${call_id} failed of ${standing ?? "something"}${possibly_billed ? ", possibly billed" : ""}`);
}
