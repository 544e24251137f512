import type { Signals } from "../environment.ts";
import type { SignalName } from "../machine-input.ts";

/** The network and the page, as the test wants them. */
export class FakeSignals implements Signals {
  readonly listeners = new Set<(signal: SignalName) => void>();
  online = true;
  visible = true;

  isOnline(): boolean {
    return this.online;
  }

  isVisible(): boolean {
    return this.visible;
  }

  subscribe(listener: (signal: SignalName) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  tell(signal: SignalName): void {
    if (signal === "online" || signal === "offline") this.online = signal === "online";
    if (signal === "visible" || signal === "hidden") this.visible = signal === "visible";
    for (const listener of [...this.listeners]) listener(signal);
  }
}
