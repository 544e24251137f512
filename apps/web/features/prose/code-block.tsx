"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { IconButton } from "#web/ui/icon-button.tsx";
import { FlowFigure } from "./flow-figure.tsx";
import { flowSteps } from "./flow.ts";
import { useCodeTokens } from "./use-code-tokens.ts";

/** How long the copy button says that it has copied, in ms. */
const COPIED_MS = 2_000;

interface CodeBlockProps {
  code: string;
  /** The word after the fence; empty when there is none. */
  language: string;
}

/** Code under its language, with a button to copy it; a program's output; or a small flow chart as a figure. */
export function CodeBlock({ code, language }: CodeBlockProps) {
  const t = useTranslations("concept.code");
  const steps = language === "mermaid" ? flowSteps(code) : null;
  if (steps) return <FlowFigure steps={steps} />;
  const isOutput = language === "" || language === "text";
  return (
    <div className="code-block" lang="en">
      <div className="flex min-h-11 items-center justify-between border-b border-line pl-5 font-mono text-13 text-ink-3">
        <span>{isOutput ? t("output") : language}</span>
        {!isOutput && <CopyButton text={code} />}
      </div>
      <pre tabIndex={0}>
        <code>{isOutput ? code : <Coloured code={code} language={language} />}</code>
      </pre>
    </div>
  );
}

function Coloured({ code, language }: CodeBlockProps) {
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
