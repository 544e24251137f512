import assert from "node:assert/strict";
import { connect } from "node:net";
import { describe, test } from "node:test";
import type { Problem } from "@wayfinder/protocol";
import { useServer } from "../server.fixture.ts";

describe("requests that no client library sends", () => {
  const server = useServer();

  /** The answer to raw text: status and body. */
  const answerTo = async (text: string): Promise<{ status: number; type: string; body: Problem }> => {
    const socket = connect({ port: Number(new URL(server.base()).port), host: "127.0.0.1" });
    socket.write(text);
    let answer = "";
    for await (const chunk of socket) answer += String(chunk);
    const [head = "", body = ""] = answer.split("\r\n\r\n");
    const type = /content-type: ([^;\r\n]*)/i.exec(head)?.[1] ?? "";
    return { status: Number(head.split(" ")[1]), type, body: JSON.parse(body) as Problem };
  };
  const health = (host: string, more = "") =>
    answerTo(`GET /api/v1/health HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${more}\r\n`);

  test("API a host with an empty port is that host; another name is not served", async () => {
    for (const host of ["localhost", "localhost:", "LOCALHOST:80", "[::1]:", "127.0.0.1:"])
      assert.equal((await health(host)).status, 200, host);
    for (const host of ["evil.example", "localhost.evil.example", "localhost:x", ""])
      assert.deepEqual([(await health(host)).status, (await health(host)).body.code], [421, "host_not_known"], host);
  });

  test("API headers that are too large are 431, what is no HTTP is 400, both as a problem", async () => {
    const large = await health("localhost", `X-Large: ${"x".repeat(20_000)}\r\n`);
    assert.deepEqual([large.status, large.type, large.body.code], [431, "application/problem+json", "headers_too_large"]);
    const wrong = await answerTo("NONSENSE\r\n\r\n");
    assert.deepEqual([wrong.status, wrong.type, wrong.body.code], [400, "application/problem+json", "invalid_request"]);
  });
});
