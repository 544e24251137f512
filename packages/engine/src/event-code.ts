import { EventBody } from "@wayfinder/protocol";
import type { StoredEvent } from "./record.ts";

/** The JSON text of an event as it is stored, checked against the union (MS3). Throws a ZodError on anything else. */
export const encodeEvent = (event: EventBody): string => JSON.stringify(EventBody.parse(event));

/**
 * The JSON text of a stored event as it goes over the wire, without parsing it again (SD3).
 *
 * The log's own fields stand first: `{"task_id":…,"seq":…,"at":…,"type":…}`.
 */
export const wireText = (task_id: string, event: StoredEvent): string =>
  `{"task_id":${JSON.stringify(task_id)},"seq":${event.seq},"at":"${event.at}",${event.body.slice(1)}`;
