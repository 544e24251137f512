"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { Icon } from "./icon.tsx";

interface TokenInputProps {
  id: string;
  tokens: readonly string[];
  placeholder: string;
  maxLength: number;
  removeLabel: (token: string) => string;
  describedBy?: string;
  invalid?: boolean;
  onChange: (tokens: string[]) => void;
}

export function TokenInput({ id, tokens, placeholder, maxLength, removeLabel, describedBy, invalid, onChange }: TokenInputProps) {
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);

  const add = (typed: string) => {
    const fresh = typed.split(/[,，;；、\n]/).map((t) => t.trim());
    const next = [...new Set([...tokens, ...fresh])].filter(Boolean);
    if (next.length > tokens.length) onChange(next);
    setText("");
  };
  const remove = (token: string) => {
    onChange(tokens.filter((t) => t !== token));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const last = tokens.at(-1);
    if (event.key === "Enter") {
      event.preventDefault();
      add(text);
    } else if (event.key === "Backspace" && text === "" && last !== undefined) {
      remove(last);
    }
  };

  return (
    <div className="flex flex-wrap gap-x-1 rounded-card border border-edge bg-surface px-1 focus-within:border-transparent focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-accent has-aria-invalid:border-bad">
      {tokens.map((token) => (
        <button
          key={token}
          type="button"
          aria-label={removeLabel(token)}
          onClick={() => remove(token)}
          className="flex min-h-11 max-w-full items-center"
        >
          <span className="flex min-w-0 items-center gap-1.5 rounded-tag border border-line bg-sunken px-2 py-[3px] text-13 hover:bg-hover">
            <span className="truncate">{token}</span>
            <Icon of={X} size={16} />
          </span>
        </button>
      ))}
      <input
        ref={input}
        id={id}
        value={text}
        placeholder={placeholder}
        maxLength={maxLength}
        autoComplete="off"
        enterKeyHint="done"
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onChange={(event) => (/[,，;；、]$/.test(event.target.value) ? add(event.target.value) : setText(event.target.value))}
        onKeyDown={onKeyDown}
        onBlur={() => add(text)}
        className="min-h-11 min-w-[120px] flex-1 bg-transparent px-2 outline-none"
      />
    </div>
  );
}
