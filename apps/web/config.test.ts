import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "./config.ts";

test("WEB2 an empty environment gives the documented defaults", () => {
  assert.deepEqual(readConfig({}), {
    host: "127.0.0.1",
    webPort: 3000,
    apiPort: 8000,
    publicApiUrl: "http://localhost:8000",
    cataloguePreview: false,
  });
});

test("WEB2 the public API address follows API_PORT until it is set, and loses its path", () => {
  assert.equal(readConfig({ API_PORT: "8100" }).publicApiUrl, "http://localhost:8100");
  assert.equal(readConfig({ API_PORT: "8100", PUBLIC_API_URL: "https://a.example/x/" }).publicApiUrl, "https://a.example");
});

test("WEB2 a wrong value names the variable, what it held and what it may hold", () => {
  assert.throws(() => readConfig({ WEB_PORT: "70000" }), /WEB_PORT is "70000"; it must be a port from 1 to 65535/);
  assert.throws(
    () => readConfig({ PUBLIC_API_URL: "ftp://x" }),
    /PUBLIC_API_URL is "ftp:\/\/x"; it must be an http or https address/,
  );
});

test("WEB2 CG1 concept files are shown while they are written only where that was asked for", () => {
  assert.equal(readConfig({ CATALOGUE_PREVIEW: "1" }).cataloguePreview, true);
  for (const text of ["", "0", "yes"]) assert.equal(readConfig({ CATALOGUE_PREVIEW: text }).cataloguePreview, false);
});
