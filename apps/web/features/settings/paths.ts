/** The page of a person's settings. */
export const SETTINGS_PATH = "/app/settings";
