"use client";

import { type ReactNode, useId } from "react";
import { Button } from "#web/ui/button.tsx";

interface AskFirstProps {
  /** What would be lost. */
  words: string;
  /** The way back: it has the focus, so that a second press of the same key loses nothing. */
  no: string;
  onNo: () => void;
  /** The ways on. */
  children: ReactNode;
}

/** A question in the place of the control that asked it. */
export function AskFirst({ words, no, onNo, children }: AskFirstProps) {
  const id = useId();
  return (
    <div
      role="alertdialog"
      aria-labelledby={id}
      className="basis-full"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onNo();
      }}
    >
      <p id={id} className="mb-2 max-w-[68ch] text-ink-2">
        {words}
      </p>
      <div className="flex flex-wrap gap-2">
        {children}
        <Button look="ghost" autoFocus onClick={onNo}>
          {no}
        </Button>
      </div>
    </div>
  );
}
