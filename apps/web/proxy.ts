import { type NextRequest, NextResponse } from "next/server";
import { readConfig } from "#web/config.ts";
import { contentSecurityPolicy } from "#web/features/csp/policy.ts";

const CSP = "Content-Security-Policy";

/** Gives each page its nonce and the security headers. */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy({
    host: request.headers.get("host") ?? "",
    nonce: btoa(crypto.randomUUID()),
    address: readConfig(),
    development: process.env.NODE_ENV === "development",
  });
  const headers = new Headers(request.headers);
  // Next reads the nonce for its own scripts from here.
  headers.set(CSP, policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(CSP, policy);
  response.headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("X-Frame-Options", "DENY");
  return response;
}

export const config = { matcher: ["/((?!_next/static).*)"] };
