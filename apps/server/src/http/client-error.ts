import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { problemOf, ProblemError } from "@wayfinder/protocol";

/** What Node's parser says of headers that are longer than its 16 KiB. */
const TOO_LONG = "HPE_HEADER_OVERFLOW";

/** Answers what could not be read as a request, in the words of every other answer; nothing routes it, so it is written by hand. */
export function answerClientError({ code }: Error & { code?: string }, socket: Socket): void {
  if (code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const problem = problemOf(
    code === TOO_LONG
      ? new ProblemError(
          "headers_too_large",
          "The request's headers may hold at most 16 KiB. Old cookies may be what fills them.",
        )
      : new ProblemError("invalid_request", "The request could not be read as HTTP/1.1."),
  );
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    "Connection: close",
    "Content-Type: application/problem+json",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
