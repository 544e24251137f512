/** How far into a page its title is looked for: bytes enough for the longest heads. */
const HEAD_BYTES = 256 * 1024;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** What a page calls itself: its title and what it says to those who share it. Empty where it is no page that can be read. */
export function pageTitles(bytes: Uint8Array, content_type: string): readonly string[] {
  if (/^text\/html|^application\/xhtml\+xml/i.test(content_type)) return htmlTitles(decoded(bytes, content_type));
  if (/^application\/pdf/i.test(content_type)) return pdfTitles(bytes);
  return [];
}

function htmlTitles(html: string): readonly string[] {
  // each part bounded: a page of 40 000 opened titles held the process for seconds
  const title = /<title(?:\s[^<>]{0,500})?>([^<]{0,2000})<\/title/i.exec(html)?.[1];
  const meta = /<meta\s[^>]{0,500}\bproperty\s*=\s*["']?og:title["']?[^>]{0,1000}>/i.exec(html)?.[0];
  const shared = meta && /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(meta);
  return named([title, shared?.[1] ?? shared?.[2]].map((text) => text && withoutEntities(text)));
}

/** Only what stands uncompressed near the beginning: the information dictionary and XMP. */
function pdfTitles(bytes: Uint8Array): readonly string[] {
  const head = new TextDecoder("latin1").decode(bytes);
  if (!head.startsWith("%PDF-")) return [];
  const plain = /\/Title\s?\(([^()\\]{1,300})\)/.exec(head)?.[1];
  const xmp = /<dc:title>[^]{0,200}?<rdf:li[^>]{0,100}>([^<]{1,300})</.exec(head)?.[1];
  return named([plain, xmp && withoutEntities(Buffer.from(xmp, "latin1").toString("utf8"))]);
}

const named = (texts: readonly (string | undefined)[]): readonly string[] =>
  texts.map((text) => text?.replace(/\s+/g, " ").trim() ?? "").filter((text) => text !== "");

function decoded(bytes: Uint8Array, content_type: string): string {
  const head = bytes.subarray(0, HEAD_BYTES);
  const declared = /charset\s*=\s*["']?([\w-]+)/i;
  const latin = () => new TextDecoder("latin1").decode(head.subarray(0, 2_048));
  const name = (declared.exec(content_type) ?? declared.exec(latin()))?.[1] ?? "utf-8";
  try {
    return new TextDecoder(name).decode(head);
  } catch {
    return new TextDecoder().decode(head); // a charset nobody knows
  }
}

function withoutEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,6});/gi, (whole, entity: string) => {
    if (!entity.startsWith("#")) return ENTITIES[entity.toLowerCase()] ?? whole;
    const code = Number(entity.slice(1).replace(/^x/i, "0x"));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
