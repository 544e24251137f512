import { within } from "../deadline.ts";
import { expectSame, expectThat, shortJson } from "../expectation.ts";
import { eventsOf, numbers, seqsOf, typesOf, type Message } from "../message.ts";
import type { Rule } from "../rule.ts";
import type { World } from "../world.ts";

/** Small enough that a log takes several pages. */
const PAGE = 7;

interface Stream {
  readonly ids: readonly string[];
  readonly messages: readonly Message[];
}

interface StreamOptions {
  readonly last_event_id?: string;
  /** Told the first message as it comes. */
  readonly onFirst?: (message: Message) => void;
}

/** A task's stream of server-sent events, to its end. */
async function readStream(world: World, url: string, { last_event_id, onFirst }: StreamOptions = {}): Promise<Stream> {
  const resumed = last_event_id === undefined ? {} : { "last-event-id": last_event_id };
  const headers = { accept: "text/event-stream", cookie: world.owner.cookie, ...resumed };
  const answer = await within("the stream's headers", fetch(url, { headers }));
  expectSame("its content type", answer.headers.get("content-type")?.split(";")[0], "text/event-stream");
  let text = "";
  const fields = (name: string) =>
    text
      .slice(0, text.lastIndexOf("\n\n") + 1)
      .split("\n")
      .filter((line) => line.startsWith(name))
      .map((line) => line.slice(name.length));
  const messages = () => fields("data: ").map((data) => JSON.parse(data) as Message);
  const read = async () => {
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const [first] = messages();
      if (first) onFirst?.(first);
    }
  };
  await within("the stream's end", read());
  return { ids: fields("id: "), messages: messages() };
}

/** The events of one page of the log. */
async function readPage(world: World, url: string): Promise<Message[]> {
  const { status, body } = await world.owner.get(url);
  expectSame(`the status of ${url} (${shortJson(body)})`, status, 200);
  return body["events"] as Message[];
}

/** The log in pages of HTTP, until one is empty. */
async function readPages(world: World, url: string): Promise<Message[]> {
  const events: Message[] = [];
  for (;;) {
    const page = await readPage(world, `${url}?after=${events.length}&limit=${PAGE}`);
    expectThat(`a page of at most ${PAGE} events (it has ${page.length})`, page.length <= PAGE);
    if (page.length === 0) return events;
    events.push(...page);
  }
}

async function checkStreams(world: World): Promise<void> {
  const { task, heard, head } = await world.finished();
  const log = eventsOf(heard.messages);
  const whole = await readStream(world, `${task.links.events}?after=0`);
  expectSame("the stream's first message", whole.messages[0]?.type, "connected");
  expectSame("the stream's log", eventsOf(whole.messages), log);
  const ids = numbers(1, head).map((seq) => `${task.epoch}:${seq}`);
  expectSame("the stream's ids", whole.ids, ids);
  const rest = await readStream(world, task.links.events, { last_event_id: ids[2] ?? "" });
  expectSame("a stream from Last-Event-ID 3", [rest.messages[0]?.["resume"], seqsOf(rest.messages)], ["ok", numbers(4, head)]);
  const reset = await readStream(world, task.links.events, { last_event_id: "another:3" });
  expectSame("a stream of another epoch", [reset.messages[0]?.["resume"], eventsOf(reset.messages)], ["reset", log]);
}

async function checkPolls(world: World): Promise<void> {
  const { task, heard, head } = await world.finished();
  expectSame("the log in pages", await readPages(world, task.links.events), eventsOf(heard.messages));
  const other = await readPage(world, `${task.links.events}?after=3&epoch=another`);
  expectSame("a page of another epoch", seqsOf(other), numbers(1, head));
  const open = await world.waiting();
  const { head: at } = await world.owner.settled(open);
  const poll = readPage(world, `${open.links.events}?after=${String(at)}&epoch=${open.epoch}&wait=10`);
  await world.cancel(open);
  expectSame("what a poll waited for", typesOf(await poll), ["cancelled"]);
}

/** The same log where WebSocket is blocked. */
export const OTHER_TRANSPORT_RULES: readonly Rule[] = [
  {
    number: "CL8",
    says: "server-sent events and long polls give the same log from the same place",
    async check(world) {
      await checkStreams(world);
      await checkPolls(world);
      return "the same log three times";
    },
  },
  {
    number: "SD9",
    says: "a stream is acknowledged by the name in its `connected`; an unknown one is 404, what was not sent ends it",
    async check(world) {
      const task = await world.waiting();
      const path = `/api/v1/tasks/${task.task_id}/events/ack`;
      const ack = async (stream: unknown, seq: unknown) => (await world.owner.post(path, { stream, seq })).status;
      const named = Promise.withResolvers<Message>();
      const whole = readStream(world, task.links.events, { onFirst: named.resolve });
      const { stream, head } = await within("the stream's first message", named.promise);
      expectSame("the status of an ack", await ack(stream, 0), 204);
      expectSame("of an unknown stream", await ack("unknown", 0), 404);
      expectSame("of an ack of what was not sent", await ack(stream, Number(head) + 1), 204);
      const { messages } = await whole;
      expectSame("the last message", [messages.at(-1)?.type, messages.at(-1)?.["code"]], ["error", 4400]);
      await world.cancel(task);
      return "204, 404, error 4400";
    },
  },
];
