export { createWorkflow } from "./workflow.ts";
