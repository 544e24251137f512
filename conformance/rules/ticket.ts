import { expectSame } from "../expectation.ts";
import type { Task } from "../guest.ts";
import { typesOf } from "../message.ts";
import type { Rule } from "../rule.ts";
import { listen, Watcher, type Heard } from "../watcher.ts";
import type { World } from "../world.ts";

const auth = (ticket: string): string => JSON.stringify({ type: "auth", ticket });
/** A server gives 10 s for the first word, and a second more may pass until the close has arrived. */
const SILENCE_MS = 13_000;

/** The actions of the errors that were heard, and the close. */
const ending = ({ messages, code }: Heard): unknown[] => [...messages.map((message) => message["action"] ?? message.type), code];

/** A dial that asks to be asked for its ticket, and says something else first. */
async function hearAfter(world: World, task: Task, text: string): Promise<unknown[]> {
  const watcher = new Watcher(world.channel(task, "?auth=message"));
  await watcher.opened();
  watcher.say(text);
  return ending(await watcher.heard());
}

/** What comes of tickets that are given over the socket. */
export const TICKET_RULES: readonly Rule[] = [
  {
    number: "HS8",
    says: "auth=message: nothing is said before a ticket; silence is 4408, a bad ticket 4401, another word 4400",
    waits: true,
    async check(world) {
      const task = await world.waiting();
      const silent = new Watcher(world.channel(task, "?auth=message"), world.signedIn());
      const silence = silent.heard(SILENCE_MS);
      const good = new Watcher(world.channel(task, "?include_history=true&auth=message"));
      await good.opened();
      good.say(auth(await world.owner.ticket(task)));
      await good.firstOf("live");
      expectSame("after a ticket that was never made", await hearAfter(world, task, auth("never-made")), ["refresh", 4401]);
      expectSame("after a ping", await hearAfter(world, task, '{"type":"ping"}'), ["stop", 4400]);
      expectSame("after silence", ending(await silence), ["backoff", 4408]);
      await world.cancel(task);
      const { messages, code } = await good.heard();
      expectSame("the first message and the close after a ticket", [messages[0]?.type, code], ["connected", 4000]);
      return "connected; 4408, 4401, 4400";
    },
  },
  {
    number: "HS9",
    says: "a ticket's time is told and begun anew by a fresh ticket; a bad one is refresh and 4401; a session has none",
    async check(world) {
      const task = await world.waiting();
      const byTicket = async () =>
        new Watcher(task.links.ws, { protocols: ["task.v1", `ticket.${await world.owner.ticket(task)}`] });
      const watcher = await byTicket();
      const { auth_ms } = await watcher.firstOf("connected");
      expectSame("the kind of auth_ms", typeof auth_ms, "number");
      const ticket = await world.owner.ticket(task);
      watcher.say(auth(ticket));
      expectSame("the time that a fresh ticket gives", (await watcher.firstOf("authorized"))["auth_ms"], auth_ms);
      watcher.say(auth(ticket));
      expectSame("after the same ticket again", ending(await watcher.heard()).slice(-2), ["refresh", 4401]);
      const session = new Watcher(task.links.ws, world.signedIn());
      expectSame("auth_ms of a session", (await session.firstOf("connected"))["auth_ms"], undefined);
      session.say(auth("never-made"));
      await world.cancel(task);
      const heard = await session.heard();
      expectSame("a session after a bad ticket", [typesOf(heard.messages).includes("authorized"), heard.code], [false, 4000]);
      expectSame("a used ticket in a handshake", (await listen(world.channel(task, `?ticket=${ticket}`))).code, 4401);
      return `${String(auth_ms)} ms, and again; 4401`;
    },
  },
];
