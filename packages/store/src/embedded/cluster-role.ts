/** The role PostgreSQL's own housekeeping connects as; the application never does. */
export const SUPERUSER = "wayfinder_admin";
/** The role and the database of the application. */
export const APPLICATION_ROLE = "wayfinder";
export const APPLICATION_DATABASE = "wayfinder";
