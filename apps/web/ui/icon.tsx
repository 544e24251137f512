import type { LucideIcon } from "lucide-react";
import { classNames } from "./class-names.ts";

interface IconProps {
  of: LucideIcon;
  size?: 14 | 16 | 18 | 20 | 24;
  className?: string;
}

export function Icon({ of: Glyph, size = 18, className }: IconProps) {
  return <Glyph aria-hidden size={size} strokeWidth={1.75} className={classNames("flex-none", className)} />;
}
