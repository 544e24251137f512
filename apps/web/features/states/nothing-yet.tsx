import { LinkButton } from "#web/ui/link-button.tsx";
import { Notice } from "#web/ui/notice.tsx";

interface NothingYetProps {
  title: string;
  text: string;
  /** Words of the way out, which is to make a roadmap. */
  action: string;
}

/** A page whose list is empty: what belongs there, and how it comes there. */
export function NothingYet({ title, text, action }: NothingYetProps) {
  const way = (
    <LinkButton look="primary" href="/app/new">
      {action}
    </LinkButton>
  );
  return (
    <Notice framed title={title} actions={way}>
      {text}
    </Notice>
  );
}
