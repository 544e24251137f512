import { Client } from "pg";
import { SOCKET_PORT } from "./cluster-site.ts";
import { SUPERUSER } from "./cluster-role.ts";

/** A local server answers within milliseconds; one that has not after this long hangs. Milliseconds. */
const CONNECT_TIMEOUT_MS = 5_000;

/** Connects to the housekeeping database as its superuser through the socket in the folder given. */
export async function connectAsAdmin(socketDir: string, password: string, database = "postgres"): Promise<Client> {
  const client = new Client({
    host: socketDir,
    port: SOCKET_PORT,
    user: SUPERUSER,
    password,
    database,
    ssl: false,
    application_name: "wayfinder supervisor",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // A connection lost while idle also ends ("end"), which is what its user watches.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}
