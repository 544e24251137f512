import type { Rule } from "../rule.ts";
import { ADDRESS_RULES } from "./address.ts";
import { ADMISSION_RULES } from "./admission.ts";
import { CLIENT_MESSAGE_RULES } from "./client-message.ts";
import { ENDING_RULES } from "./ending.ts";
import { LOG_RULES } from "./log.ts";
import { OTHER_TRANSPORT_RULES } from "./other-transport.ts";
import { RESUME_RULES } from "./resume.ts";
import { TICKET_RULES } from "./ticket.ts";

/** Every rule that can be seen from outside within seconds. */
export const RULES: readonly Rule[] = [
  ...LOG_RULES,
  ...ENDING_RULES,
  ...ADDRESS_RULES,
  ...ADMISSION_RULES,
  ...TICKET_RULES,
  ...RESUME_RULES,
  ...CLIENT_MESSAGE_RULES,
  ...OTHER_TRANSPORT_RULES,
];
