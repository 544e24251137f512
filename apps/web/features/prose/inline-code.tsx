import "./prose.css";

/** A sentence in which words between backticks are code; all else is as it stands. */
export function InlineCode({ children }: { children: string }) {
  const parts = children.split(/`([^`]+)`/);
  if (parts.length === 1) return children;
  // Every second part stood between backticks; parts have no name but their place.
  return <span className="prose-inline">{parts.map((part, nth) => (nth % 2 === 1 ? <code key={nth}>{part}</code> : part))}</span>;
}
