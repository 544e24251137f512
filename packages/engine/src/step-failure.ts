/** What is known of a failure besides its words. */
export interface FailureFacts extends ErrorOptions {
  /** Another try cannot mend it. */
  readonly lasting?: boolean;
  /** When to try again, in ms, as the other side asked; null leaves it to our own delay (PL4). */
  readonly retry_after_ms?: number | null;
  /** Whether somebody may have counted money for it. */
  readonly possibly_billed?: boolean;
  /** It is somebody else's, who may need longer to recover. */
  readonly foreign?: boolean;
  /** The code of what may pass by itself: that the step is tried again is told with it (PL4). */
  readonly passing?: string | null;
  /** The code of what every other call of the task to the same model would fail of, too, until somebody acts. */
  readonly standing?: string | null;
}

/** A step that failed; the message is for people. */
export class StepFailure extends Error {
  readonly lasting: boolean;
  readonly retry_after_ms: number | null;
  readonly possibly_billed: boolean;
  readonly foreign: boolean;
  readonly passing: string | null;
  readonly standing: string | null;

  constructor(
    message: string,
    {
      lasting = false,
      retry_after_ms = null,
      possibly_billed = false,
      foreign = false,
      passing = null,
      standing = null,
      ...options
    }: FailureFacts = {},
  ) {
    super(message, options);
    this.name = "StepFailure";
    this.lasting = lasting;
    this.retry_after_ms = retry_after_ms;
    this.possibly_billed = possibly_billed;
    this.foreign = foreign;
    this.passing = passing;
    this.standing = standing;
  }
}

/** A failure that another try cannot mend. */
export class StepRefusal extends StepFailure {
  constructor(message: string, options: ErrorOptions = {}) {
    super(message, { ...options, lasting: true });
    this.name = "StepRefusal";
  }
}

/** The step's lease is somebody else's, or its task has ended: whatever it does counts no more. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

/** No new call may start now: the task is paused. The step goes back and waits; no try is counted. */
export class StepPaused extends Error {
  override readonly name = "StepPaused";
}
