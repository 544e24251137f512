"use client";

import { useTranslations } from "next-intl";
import { isValidElement, type ReactNode } from "react";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { classNames } from "#web/ui/class-names.ts";
import { CodeBlock } from "./code-block.tsx";
import { headingId } from "./headings.ts";
import "./prose.css";

interface ProseProps {
  markdown: string;
  /** The tag of the text's language. */
  lang: string;
  className?: string;
}

/** A text in Markdown. HTML in it is shown as text, pictures are named but not loaded, and headings begin at the second level. */
export function Prose({ markdown, lang, className }: ProseProps) {
  return (
    <div lang={lang} className={classNames("prose", className)}>
      <Markdown remarkPlugins={[remarkGfm]} components={BLOCKS}>
        {markdown}
      </Markdown>
    </div>
  );
}

/** One line in Markdown, such as an answer of a quiz: code and emphasis, no blocks. */
export function InlineProse({ markdown, lang }: { markdown: string; lang: string }) {
  return (
    <span lang={lang} className="prose-inline">
      <Markdown allowedElements={["code", "em", "strong", "del"]} unwrapDisallowed>
        {markdown}
      </Markdown>
    </span>
  );
}

const BLOCKS: Components = {
  h1: ({ children }) => <Chapter>{children}</Chapter>,
  h2: ({ children }) => <Chapter>{children}</Chapter>,
  pre: ({ children }) => <Fence>{children}</Fence>,
  img: ({ alt }) => <Unloaded alt={alt ?? ""} />,
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ),
  table: ({ children }) => (
    <div className="table-scroll" tabIndex={0} role="group">
      <table>{children}</table>
    </div>
  ),
};

function Chapter({ children }: { children: ReactNode }) {
  return (
    <h2 id={headingId(textOf(children))} tabIndex={-1}>
      {children}
    </h2>
  );
}

function Fence({ children }: { children: ReactNode }) {
  if (!isValidElement<{ className?: string; children?: ReactNode }>(children)) return <pre>{children}</pre>;
  const language = /language-(\S+)/.exec(children.props.className ?? "")?.[1] ?? "";
  return <CodeBlock code={textOf(children.props.children).replace(/\n$/, "")} language={language} />;
}

/** A remote picture would tell its server who reads, so only its words are shown. */
function Unloaded({ alt }: { alt: string }) {
  const t = useTranslations("concept");
  return <span className="text-ink-3">{t("image", { alt })}</span>;
}

function textOf(node: ReactNode): string {
  if (typeof node === "string" || typeof node === "number") return String(node);
  if (Array.isArray(node)) return node.map(textOf).join("");
  return isValidElement<{ children?: ReactNode }>(node) ? textOf(node.props.children) : "";
}
