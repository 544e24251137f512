import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { test } from "node:test";
import { CLOSE, type CloseCode } from "@wayfinder/protocol";
import type { WebSocket } from "ws";
import { Doorstep } from "./doorstep.ts";

/** A doorstep over a socket that only hears. */
function doorstepOf() {
  const ws = new EventEmitter();
  const closes: number[] = [];
  const tickets: string[] = [];
  let time = 0;
  const doorstep = new Doorstep({
    ws: ws as WebSocket,
    now: () => time,
    close: (code: CloseCode) => closes.push(code.code),
    onTicket: (ticket) => tickets.push(ticket),
  });
  const say = (text: string, binary = false) => ws.emit("message", Buffer.from(text), binary);
  const at = (moment: number) => {
    time = moment;
    doorstep.tick();
  };
  return { ws, doorstep, closes, tickets, say, at };
}

const AUTH = '{"type":"auth","ticket":"t"}';

test("HS8 who says nothing for 10 s is closed with 4408, once", () => {
  const { closes, at } = doorstepOf();
  at(9_999);
  assert.deepEqual(closes, []);
  at(10_000);
  at(20_000);
  assert.deepEqual(closes, [4408]);
});

test("HS8 only the first message counts, and it has to be auth", () => {
  const good = doorstepOf();
  good.say(AUTH);
  good.say('{"type":"ping"}');
  assert.deepEqual([good.tickets, good.closes], [["t"], []]);
  for (const text of ['{"type":"ping"}', '{"type":"ack","seq":0}', "hello", '{"type":"auth"}']) {
    const bad = doorstepOf();
    bad.say(text);
    bad.say(AUTH);
    assert.deepEqual([bad.tickets, bad.closes], [[], [4400]], text);
  }
  const bytes = doorstepOf();
  bytes.say(AUTH, true);
  assert.deepEqual(bytes.closes, [4400]);
});

test("HS8 a ticket whose check takes too long is too slow; one that was let in is closed by others", () => {
  const slow = doorstepOf();
  slow.say(AUTH);
  slow.at(10_000);
  assert.deepEqual([slow.closes, slow.doorstep.leave()], [[4408], false]);
  const quick = doorstepOf();
  quick.say(AUTH);
  assert.equal(quick.doorstep.leave(), true);
  quick.at(10_000);
  quick.doorstep.beginClose(CLOSE.restart);
  assert.deepEqual([quick.closes, quick.ws.listenerCount("message")], [[], 0]);
});
