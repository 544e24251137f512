"use client";

import { useTranslations } from "next-intl";
import { createContext, isValidElement, memo, type ReactNode, useContext, useMemo } from "react";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { classNames } from "#web/ui/class-names.ts";
import { CodeBlock } from "./code-block.tsx";
import { openFenceAt, sections } from "./fence.ts";
import { headingId } from "./headings.ts";
import { beforeOpenMath, hasMath, markMath } from "./math.ts";
import { useMathPlugins } from "./use-math-plugins.ts";
import "./prose.css";

interface ProseProps {
  markdown: string;
  /** The tag of the text's language. */
  lang: string;
  /** More of it is to come. */
  isWriting?: boolean;
  className?: string;
}

/** A text in Markdown. HTML in it is shown as text, pictures are named but not loaded, and headings begin at the second level. */
export function Prose({ markdown, lang, isWriting = false, className }: ProseProps) {
  // While a text grows, only its last section is read again.
  const parts = useMemo(() => {
    const marked = markMath(markdown);
    return isWriting ? sections(beforeOpenMath(marked)) : [marked];
  }, [markdown, isWriting]);
  return (
    <div lang={lang} className={classNames("prose", className, isWriting && "writing")}>
      {parts.map((part, nth) => (
        <Part key={nth} markdown={part} />
      ))}
    </div>
  );
}

/** Where in its part the code begins that is not whole yet; -1 for none. */
const OpenFence = createContext(-1);

const Part = memo(function Part({ markdown }: { markdown: string }) {
  const math = useMathPlugins(hasMath(markdown));
  return (
    <OpenFence value={openFenceAt(markdown)}>
      <Markdown
        remarkPlugins={math ? [remarkGfm, [...math.remark]] : [remarkGfm]}
        rehypePlugins={math ? [[...math.rehype]] : []}
        components={BLOCKS}
      >
        {markdown}
      </Markdown>
    </OpenFence>
  );
});

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
  pre: ({ children, node }) => <Fence at={node?.position?.start.offset ?? 0}>{children}</Fence>,
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

function Fence({ at, children }: { at: number; children: ReactNode }) {
  const isWhole = useContext(OpenFence) !== at;
  if (!isValidElement<{ className?: string; children?: ReactNode }>(children)) return <pre>{children}</pre>;
  const language = /language-(\S+)/.exec(children.props.className ?? "")?.[1] ?? "";
  return <CodeBlock code={textOf(children.props.children).replace(/\n$/, "")} language={language} isWhole={isWhole} />;
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
