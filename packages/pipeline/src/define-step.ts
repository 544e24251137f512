import type { ClaimedStep, Json, StepContext, StepDefinition, StepResult, Telling, Write } from "@wayfinder/engine";
import type { EventBody, Goal } from "@wayfinder/protocol";

/** What a run made. */
export interface Made<O> {
  readonly output: O;
  readonly writes?: readonly Write[];
}

/** A step with its input and output typed. Both go through JSON in between, so they hold plain data only. */
export interface TypedStep<I, O> {
  begin(input: I, step: ClaimedStep): readonly EventBody[];
  run(input: I, goal: Goal, context: StepContext): Promise<Made<O>> | Made<O>;
  tell(output: O, input: I, step: ClaimedStep): Telling;
  giveUp(message: string, input: I, step: ClaimedStep): Telling & { readonly writes: readonly Write[] };
}

/** A typed step as the engine takes it. The casts hold because the engine gives back what `tell` of the step before asked for. */
export function defineStep<I, O>(typed: TypedStep<I, O>): StepDefinition {
  const input = (step: ClaimedStep) => step.input as I;
  return {
    begin: (step) => typed.begin(input(step), step),
    async run(context): Promise<StepResult> {
      const { step } = context;
      const { output, writes } = await typed.run(input(step), step.task.goal, context);
      return { output: output as Json, ...(writes === undefined ? {} : { writes }) };
    },
    tell: (step, output) => typed.tell(output as O, input(step), step),
    giveUp: (step, message) => typed.giveUp(message, input(step), step),
  };
}
