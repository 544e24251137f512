"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useCodeTokens } from "./use-code-tokens.ts";

/** How long the copy button says that it has copied, in ms. */
const COPIED_MS = 2_000;

export interface ListingProps {
  code: string;
  /** The word after the fence; empty when there is none. */
  language: string;
  /** Whether nothing more of it is to come. */
  isWhole?: boolean;
}

/** Code under its language, with a button to copy it, or a program's output. It is coloured when it is whole. */
export function Listing({ code, language, isWhole = true }: ListingProps) {
  const t = useTranslations("concept.code");
  const isOutput = language === "" || language === "text";
  return (
    <div className="code-block" lang="en">
      <div className="flex min-h-11 items-center justify-between border-b border-line pl-5 font-mono text-13 text-ink-3">
        <span>{isOutput ? t("output") : language}</span>
        {!isOutput && <CopyButton text={code} />}
      </div>
      <pre tabIndex={0}>
        <code>{isOutput || !isWhole ? code : <Coloured code={code} language={language} />}</code>
      </pre>
    </div>
  );
}

function Coloured({ code, language }: ListingProps) {
  const lines = useCodeTokens(code, language);
  if (!lines) return code;
  return lines.map((line, n) => (
    // Lines and pieces have no name but their place.
    <span key={n}>
      {line.map(({ text, color }, at) => (
        <span key={at} style={{ color }}>
          {text}
        </span>
      ))}
      {n < lines.length - 1 && "\n"}
    </span>
  ));
}

function CopyButton({ text }: { text: string }) {
  const t = useTranslations("concept.code");
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  // Browsers give pages opened over plain http under a public name no clipboard.
  const copy = () => void navigator.clipboard?.writeText(text).then(() => setCopied(true));
  return <IconButton icon={copied ? Check : Copy} size={16} label={t(copied ? "copied" : "copy")} onClick={copy} />;
}
