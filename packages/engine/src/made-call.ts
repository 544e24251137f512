import type { CallAnswer } from "./call.ts";
import { StepFailure } from "./step-failure.ts";
import type { CallStore } from "./call-store.ts";

interface BegunCall {
  readonly call_id: number;
  /** What ends the call from outside: then nobody knows what was billed. */
  readonly signal: AbortSignal;
  readonly perform: () => Promise<CallAnswer>;
}

/** Makes a call that is in the books: the raw answer is stored before it is returned, a failure with whether it may have been billed (PL2). */
export async function madeCall(
  store: Pick<CallStore, "finishCall" | "failCall">,
  { call_id, signal, perform }: BegunCall,
): Promise<CallAnswer> {
  let answer: CallAnswer;
  try {
    answer = await perform();
  } catch (error) {
    const facts = error instanceof StepFailure ? error : null;
    const message = error instanceof Error ? error.message : String(error);
    const possibly_billed = signal.aborted || facts?.possibly_billed === true;
    await store.failCall({ call_id, message, possibly_billed, standing: facts?.standing ?? null });
    throw error;
  }
  await store.finishCall({ call_id, answer });
  return answer;
}
