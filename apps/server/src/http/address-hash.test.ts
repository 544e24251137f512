import assert from "node:assert/strict";
import { test } from "node:test";
import { addressHash } from "./address-hash.ts";

const alike = (a: string, b: string) => addressHash({ ip: a }) === addressHash({ ip: b });

test("PL6 a subscriber's /64 is one address, however its zeros are written", () => {
  assert.ok(alike("2001:db8:1:2::1", "2001:db8:1:2:aaaa::9"));
  assert.ok(alike("2001:db8::1", "2001:db8::2"), "zeros within the network");
  assert.ok(alike("2001:db8::1", "2001:db8:0:0:5:6:7:8"));
  assert.ok(alike("2001:db8:1::", "2001:db8:1:0:5:6:7:8"));
  assert.ok(!alike("2001:db8:1:2::1", "2001:db8:1:3::1"));
  assert.ok(!alike("2001:db8::1", "2001:db8:0:1::1"));
});

test("PL6 an IPv4 address is itself, also as a socket of both families writes it", () => {
  assert.ok(alike("::ffff:192.0.2.7", "192.0.2.7"));
  assert.ok(!alike("192.0.2.7", "192.0.2.8"));
});
