import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigError, readConfig, withoutPassword } from "./config.ts";

/** What the environment is refused with. */
function refusal(env: Readonly<Record<string, string>>): string {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  return assert.fail("It was accepted.");
}

test("API Starting: a wrong database address is named with all but its password", () => {
  for (const name of ["DATABASE_URL", "DATABASE_DIRECT_URL"]) {
    const said = refusal({ [name]: "mysql://wayfinder:p%40ss:w0rd@db.example:5432/w" });
    assert.match(said, new RegExp(`${name}=mysql://wayfinder:\\*\\*\\*@db\\.example:5432/w: must begin with postgres://`));
    assert.doesNotMatch(said, /ss|w0rd/);
  }
});

test("API Starting: a token that is too short is named without what it holds", () => {
  const said = refusal({ OPERATOR_TOKEN: "tooshort" });
  assert.match(said, /OPERATOR_TOKEN=\*\*\*: must hold at least 16 characters/);
  assert.doesNotMatch(said, /tooshort/);
});

test("API Starting: only the password of an address is masked", () => {
  assert.equal(
    withoutPassword("postgres://me:secret@host:5432/w?sslmode=require"),
    "postgres://me:***@host:5432/w?sslmode=require",
  );
  assert.equal(withoutPassword("postgres://:secret@host/w"), "postgres://:***@host/w");
  assert.equal(withoutPassword("postgres://me:s/e@c:ret@host/w"), "postgres://me:***@host/w");
  for (const open of ["postgres://me@host/w", "postgres://host:5432/w", "3000"]) assert.equal(withoutPassword(open), open);
});
