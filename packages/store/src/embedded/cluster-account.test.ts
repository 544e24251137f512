import assert from "node:assert/strict";
import { test } from "node:test";
import { preferredAccount } from "./cluster-account.ts";

const LINES = {
  root: "root:x:0:0:root:/root:/bin/bash",
  nobody: "nobody:x:99:98:nobody:/nonexistent:/usr/sbin/nologin",
  postgres: "postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash",
  wayfinder: "wayfinder:x:990:991::/var/lib/wayfinder:/usr/sbin/nologin",
};

test("EC9 root prefers wayfinder, then postgres, then nobody, wherever they stand in the file", () => {
  const { root, nobody, postgres, wayfinder } = LINES;
  assert.deepEqual(preferredAccount([root, nobody, postgres, wayfinder].join("\n")), { name: "wayfinder", uid: 990, gid: 991 });
  assert.deepEqual(preferredAccount([root, nobody, postgres].join("\n")), { name: "postgres", uid: 101, gid: 104 });
  assert.deepEqual(preferredAccount([root, nobody].join("\n")), { name: "nobody", uid: 99, gid: 98 });
});

test("EC9 without any of them the number every system gives nobody is used, and never root's", () => {
  const nobody = { name: "nobody", uid: 65534, gid: 65534 };
  assert.deepEqual(preferredAccount(""), nobody);
  assert.deepEqual(preferredAccount("postgres:x:0:0::/:/bin/sh"), nobody);
  assert.deepEqual(preferredAccount("nobody:*:-2:-2:Unprivileged User:/var/empty:/usr/bin/false"), nobody);
});
