import type { MermaidConfig } from "mermaid";

/** The colours of the page that a drawing takes over, `#rrggbb` each. */
export interface DiagramColours {
  readonly ink: string;
  readonly line: string;
  readonly box: string;
  readonly ground: string;
  readonly accent: string;
}

/** Draws Mermaid code as the address of an inert picture; rejects code that cannot be drawn. */
export type DiagramDrawer = (code: string, colours: DiagramColours) => Promise<string>;

/** Longer code is shown as code: a drawing of it would stop the page for seconds. Characters. */
const LONGEST = 8_000;
/** What code says about how it is drawn, which is ours to say. */
const DIRECTIVES = /%%\{[\s\S]*?\}%%|^\s*---\n[\s\S]*?\n---\n/g;
/** Fonts that an image of its own has, too. */
const FONTS = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

const configOf = ({ ink, line, box, ground, accent }: DiagramColours): MermaidConfig => ({
  startOnLoad: false,
  securityLevel: "strict",
  suppressErrorRendering: true,
  maxTextSize: LONGEST,
  htmlLabels: false,
  theme: "base",
  fontFamily: FONTS,
  themeVariables: {
    fontFamily: FONTS,
    fontSize: "15px",
    useGradient: false,
    dropShadow: "none",
    background: ground,
    primaryColor: box,
    primaryTextColor: ink,
    primaryBorderColor: line,
    secondaryColor: box,
    tertiaryColor: ground,
    lineColor: line,
    textColor: ink,
    noteBkgColor: ground,
    noteTextColor: ink,
    activationBorderColor: accent,
  },
});

/** Loads what draws. Drawings are made one after the other. `nonce` lets the styles of a drawing be measured under the page's policy. */
export async function createDiagramDrawer(nonce: string): Promise<DiagramDrawer> {
  const { default: mermaid } = await import("mermaid");
  let before: Promise<unknown> = Promise.resolve();
  let number = 0;
  const draw = async (code: string, colours: DiagramColours): Promise<string> => {
    if (code.length > LONGEST) throw new Error("too long to draw");
    mermaid.initialize(configOf(colours));
    const plain = code.replaceAll(DIRECTIVES, "");
    const { svg } = await withNonce(nonce, () => mermaid.render(`diagram-${++number}`, plain));
    return pictureOf(svg);
  };
  return (code, colours) => {
    const drawing = before.then(() => draw(code, colours));
    before = drawing.catch(() => {});
    return drawing;
  };
}

/** Mermaid measures inside the page and knows no nonce, so style elements get one while it works. */
async function withNonce<T>(nonce: string, work: () => Promise<T>): Promise<T> {
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (name !== "style") return element;
    element.nonce = nonce;
    // Browsers hide the attribute when the element comes into the page; set after that, it lasts until Mermaid parses what it has drawn.
    queueMicrotask(() => element.setAttribute("nonce", nonce));
    return element;
  };
  try {
    return await work();
  } finally {
    Reflect.deleteProperty(document, "createElement");
  }
}

/** The drawing as a picture: nothing in it runs, loads or reaches the page, whatever it holds. */
function pictureOf(markup: string): string {
  // What a template holds belongs to no page: nothing in it runs or loads, and no policy looks at its styles.
  const template = document.createElement("template");
  template.innerHTML = markup;
  const svg = template.content.querySelector("svg");
  if (!svg) throw new Error("nothing was drawn");
  const [, , width = 0, height = 0] = (svg.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
  if (!(width > 0 && height > 0)) throw new Error("nothing was drawn");
  svg.setAttribute("width", String(Math.ceil(width)));
  svg.setAttribute("height", String(Math.ceil(height)));
  svg.style.removeProperty("max-width");
  for (const style of svg.querySelectorAll("style")) style.removeAttribute("nonce");
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
}
