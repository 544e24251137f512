import { TEXT_LIMITS } from "@wayfinder/protocol";
import { z } from "zod";

/** JSON Schema is not told of limits: some providers refuse them, and prompts are known by their schema. */
const atMost = <T extends z.ZodString>(text: T, max: number) =>
  text.refine((s) => s.length <= max, { message: `is longer than ${max} characters` });

/** A text that has to be there, of the length of a heading, a line or a paragraph. */
export const Name = atMost(z.string().trim().min(1), TEXT_LIMITS.name);
export const Line = atMost(z.string().trim().min(1), TEXT_LIMITS.line);
export const Paragraph = atMost(z.string().trim().min(1), TEXT_LIMITS.paragraph);

/** A text that may be empty. */
export const AnyLine = atMost(z.string(), TEXT_LIMITS.line);
export const AnyParagraph = atMost(z.string(), TEXT_LIMITS.paragraph);
