const NODE = String.raw`([A-Za-z0-9_]+)(?:\[([^\]]*)\]|\(([^)]*)\)|\{([^}]*)\})?`;
const HEADER = /^\s*(?:flowchart|graph)\s+(?:LR|RL|TD|TB|BT)\s*;?\s*$/;
const EDGE = new RegExp(String.raw`^\s*${NODE}\s*-->\s*${NODE}\s*;?\s*$`);

/** The steps of a flow chart that is a single line of boxes, in order; null for any other drawing. */
export function flowSteps(chart: string): string[] | null {
  const [header, ...lines] = chart.trim().split("\n");
  if (header === undefined || !HEADER.test(header) || lines.length === 0) return null;
  const labels = new Map<string, string>();
  const next = new Map<string, string>();
  for (const line of lines) {
    const edge = EDGE.exec(line);
    if (!edge) return null;
    const [, from = "", a, b, c, to = "", d, e, f] = edge;
    label(labels, from, a ?? b ?? c);
    label(labels, to, d ?? e ?? f);
    if (next.has(from)) return null;
    next.set(from, to);
  }
  return walk(labels, next);
}

function label(labels: Map<string, string>, id: string, text: string | undefined): void {
  if (text !== undefined || !labels.has(id)) labels.set(id, (text ?? id).replace(/^"|"$/g, ""));
}

/** The labels along the one path through all boxes, or null if there is none. */
function walk(labels: ReadonlyMap<string, string>, next: ReadonlyMap<string, string>): string[] | null {
  const targets = new Set(next.values());
  const starts = [...labels.keys()].filter((id) => !targets.has(id));
  if (starts.length !== 1) return null;
  const steps: string[] = [];
  for (let at = starts[0]; at !== undefined; at = next.get(at)) steps.push(labels.get(at) ?? at);
  return steps.length === labels.size ? steps : null;
}
