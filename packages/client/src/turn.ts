import type { CounterName } from "./counters.ts";
import type { LogLevel } from "./environment.ts";
import type { MachineEffect } from "./machine-effect.ts";
import type { Circumstance, TimerName } from "./machine-input.ts";
import type { Line, MachineState } from "./machine-state.ts";

/** One transition under construction: it lives for one input only, so the machine stays a pure function. */
export class Turn {
  state: MachineState;
  readonly effects: MachineEffect[] = [];
  readonly now: number;
  readonly random: number;

  constructor(state: MachineState, { now, random }: Circumstance) {
    this.state = state;
    this.now = now;
    this.random = random;
  }

  become(change: Partial<MachineState>): void {
    this.state = { ...this.state, ...change };
  }

  /** Changes the present connection; without one there is nothing to change. */
  changeLine(change: Partial<Line>): void {
    const { line } = this.state;
    if (line !== null) this.become({ line: { ...line, ...change } });
  }

  count(name: CounterName): void {
    this.become({ counters: { ...this.state.counters, [name]: this.state.counters[name] + 1 } });
  }

  emit(effect: MachineEffect): void {
    this.effects.push(effect);
  }

  setTimer(timer: TimerName, after_ms: number | null): void {
    this.emit({ type: "timer", timer, after_ms });
  }

  clearTimers(...timers: readonly TimerName[]): void {
    for (const timer of timers) this.setTimer(timer, null);
  }

  log(text: string, level: LogLevel = "log"): void {
    this.emit({ type: "log", level, text });
  }
}
