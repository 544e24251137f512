import { CircleAlert } from "lucide-react";
import { Icon } from "./icon.tsx";

export function FieldError({ id, children }: { id: string; children?: string }) {
  if (!children) return null;
  return (
    <p id={id} className="mt-2 flex gap-1.5 text-13 text-bad">
      <Icon of={CircleAlert} size={16} className="mt-0.5" />
      {children}
    </p>
  );
}
