import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonLook } from "./button-look.ts";

interface LinkButtonProps extends ComponentProps<typeof Link> {
  look?: ButtonLook;
  className?: string;
}

export function LinkButton({ look = "plain", className, ...rest }: LinkButtonProps) {
  return <Link className={buttonLook(look, className)} {...rest} />;
}
