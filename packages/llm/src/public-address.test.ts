import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isPublicAddress } from "./public-address.ts";

test("PR10 addresses of the public internet are public", () => {
  for (const address of ["1.1.1.1", "8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.255.255", "2606:4700:4700::1111"]) {
    assert.equal(isPublicAddress(address), true, address);
  }
});

test("PR10 private, loopback, link-local, metadata, wrapped and reserved addresses are not", () => {
  const addresses =
    "0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.170 192.168.1.1 198.18.0.1 " +
    "224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 fe80::1 fc00::1 fd00::1 ff02::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::a00:1 " +
    "2001:db8::1 2001::1 2002:7f00:1::1 localhost 1.1.1 not-an-address";
  for (const address of addresses.split(" ")) assert.equal(isPublicAddress(address), false, address);
});

test("PR10 no address below 10, 127, 192.168 or fc00::/7 is ever public", () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.constantFrom("10", "127", "0"), byte, byte, byte, (first, ...rest) => {
      assert.equal(isPublicAddress([first, ...rest].join(".")), false);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0xfc00, max: 0xffff }), fc.integer({ min: 0, max: 0xffff }), (head, tail) => {
      assert.equal(isPublicAddress(`${head.toString(16)}::${tail.toString(16)}`), false);
    }),
  );
});
