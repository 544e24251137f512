/** The version of the protocol, named as WebSocket subprotocol (HS5). */
export const SUBPROTOCOL = "task.v1";
/** The prefix of the subprotocol that carries a one-time ticket (HS4). */
export const TICKET_SUBPROTOCOL = "ticket.";
