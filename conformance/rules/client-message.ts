import { expectSame } from "../expectation.ts";
import type { Rule } from "../rule.ts";
import { Watcher } from "../watcher.ts";
import type { World } from "../world.ts";

const BAD = [
  "hello",
  "{}",
  "[]",
  '{"type":"cancel"}',
  '{"type":"ack"}',
  '{"type":"ack","seq":-1}',
  '{"type":"ack","seq":1,"more":1}',
];

/** The close after saying something, once everything has been heard. */
async function closeAfter(world: World, url: string, text: string | Buffer): Promise<number> {
  const watcher = new Watcher(url, world.signedIn());
  await watcher.firstOf("live");
  watcher.say(text);
  return (await watcher.heard()).code;
}

/** What a client may say. */
export const CLIENT_MESSAGE_RULES: readonly Rule[] = [
  {
    number: "MS5",
    says: "ping, get_status and ack are heard; anything else is 4400, over 4 KiB 1009",
    async check(world) {
      const task = await world.waiting();
      const { ws } = task.links;
      for (const text of BAD) expectSame(`the close after ${text}`, await closeAfter(world, ws, text), 4400);
      expectSame("the close after bytes", await closeAfter(world, ws, Buffer.from('{"type":"ping"}')), 4400);
      expectSame("the close after 5,000 bytes", await closeAfter(world, ws, "x".repeat(5_000)), 1009);
      const { head } = await world.owner.settled(task);
      const ahead = JSON.stringify({ type: "ack", seq: Number(head) + 1 });
      expectSame("the close after an ack of what was not sent", await closeAfter(world, ws, ahead), 4400);
      const watcher = new Watcher(ws, world.signedIn());
      await watcher.firstOf("live");
      watcher.say(JSON.stringify({ type: "ack", seq: head }));
      watcher.say('{"type":"get_status"}');
      expectSame("the status", (await watcher.firstOf("status"))["status"], "waiting_for_review");
      watcher.say('{"type":"ping"}');
      expectSame("the head of the pong", (await watcher.firstOf("pong"))["head"], head);
      await world.cancel(task);
      watcher.say('{"type":"get_status"}');
      await watcher.first("a status after the cancel", ({ type, status }) => type === "status" && status === "cancelled");
      expectSame("the close", (await watcher.heard()).code, 4000);
      return `${BAD.length + 2} times 4400, 1009, pong, status`;
    },
  },
];
