import { Diagram } from "./diagram.tsx";
import { FlowFigure } from "./flow-figure.tsx";
import { flowSteps } from "./flow.ts";
import { Listing, type ListingProps } from "./listing.tsx";

/** Code as a listing; a drawing, once it is whole, as a picture, or as a figure of our own where it is a single line of steps. */
export function CodeBlock(block: ListingProps) {
  const { code, language, isWhole = true } = block;
  if (language !== "mermaid" || !isWhole) return <Listing {...block} />;
  const steps = flowSteps(code);
  return steps ? <FlowFigure steps={steps} /> : <Diagram code={code} />;
}
