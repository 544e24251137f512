import axe from "axe-core";
import type { Page } from "playwright-core";

/** The part of axe's answer that we read. */
interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds wrong with the page as it stands, one readable line each: rule, reason, the first element. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  // As an expression of the debugger it is not bound by the page's content security policy.
  await page.evaluate(axe.source);
  const violations = await page.evaluate<Violation[]>("axe.run(document).then((result) => result.violations)");
  return violations.map(({ id, help, nodes }) => {
    const [first] = nodes;
    return `${id}: ${help} (${nodes.length}×) ${first?.html ?? ""} ${first?.failureSummary ?? ""}`.replaceAll(/\s+/g, " ");
  });
}
