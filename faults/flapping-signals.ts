import type { SignalName, Signals } from "@wayfinder/client";

/** What a page hears of its network, said by whoever has it in hand. */
export class FlappingSignals implements Signals {
  readonly listeners = new Set<(signal: SignalName) => void>();
  #online = true;
  #visible = true;
  isOnline = (): boolean => this.#online;
  isVisible = (): boolean => this.#visible;
  subscribe = (listener: (signal: SignalName) => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  tell(signal: SignalName): void {
    if (signal === "online" || signal === "offline") this.#online = signal === "online";
    else this.#visible = signal === "visible";
    for (const listener of this.listeners) listener(signal);
  }
}
