import type { ComponentProps, MouseEvent } from "react";
import { type ButtonLook, buttonLook } from "./button-look.ts";

interface ButtonProps extends ComponentProps<"button"> {
  look?: ButtonLook;
  /** While its work goes on, or is not possible: said, shown, and presses ignored, but it keeps the focus, which `disabled` would drop. */
  busy?: boolean;
}

export function Button({ look = "plain", type = "button", busy = false, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={buttonLook(look, className)}
      aria-disabled={busy || undefined}
      onClick={busy ? refuse : onClick}
      {...rest}
    />
  );
}

/** The press of a busy button does nothing: Enter in a field of its form presses it as well. */
const refuse = (event: MouseEvent) => event.preventDefault();
