/**
 * Runs inside the page before its own scripts: notes in `deliveries`, for each event of a socket, when it was written, when it
 * came and when the next frame was painted (milliseconds since 1970), and whether the document changed in between. A task posted
 * from an animation frame runs after that frame is painted, and the page's own work was asked for by the same message.
 */
(() => {
  const deliveries = [];
  globalThis.deliveries = deliveries;
  let changes = 0;
  new MutationObserver(() => {
    changes += 1;
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  const now = () => performance.timeOrigin + performance.now();
  const Native = globalThis.WebSocket;
  globalThis.WebSocket = class extends Native {
    constructor(url, protocols) {
      super(url, protocols);
      this.addEventListener("message", ({ data }) => {
        const arrived_at = now();
        const before = changes;
        const { seq, at } = JSON.parse(data);
        if (seq === undefined || at === undefined) return;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener("message", () => {
            deliveries.push({ written_at: Date.parse(at), arrived_at, painted_at: now(), changed: changes > before });
            port1.close();
          });
          port1.start();
          port2.postMessage(null);
        });
      });
    }
  };
})();
