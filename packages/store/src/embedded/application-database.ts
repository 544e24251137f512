import { escapeIdentifier, escapeLiteral, type Client } from "pg";
import { APPLICATION_DATABASE, APPLICATION_ROLE } from "./cluster-role.ts";

/**
 * Makes the application's role (without any privilege beyond its database) and its database where they are missing;
 * safe to repeat after an interruption at any point. Must be called by the holder of the owner lock.
 */
export async function ensureApplicationDatabase(admin: Client, password: string): Promise<void> {
  const found = await admin.query<{ role: boolean; database: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as role,
            exists (select from pg_database where datname = $2) as database`,
    [APPLICATION_ROLE, APPLICATION_DATABASE],
  );
  const role = escapeIdentifier(APPLICATION_ROLE);
  if (!found.rows[0]?.role) {
    await admin.query(
      `create role ${role} login nosuperuser nocreatedb nocreaterole noreplication password ${escapeLiteral(password)}`,
    );
  }
  if (!found.rows[0]?.database) {
    await admin.query(`create database ${escapeIdentifier(APPLICATION_DATABASE)} owner ${role}`);
  }
}
