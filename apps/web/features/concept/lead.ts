/** What introduces a concept below its name: its description, unless the tutorial says the very same. */
export function leadOf(description: string, markdown: string | undefined): string | null {
  const plain = (text: string) => text.replace(/[`*_]/g, "").replace(/\s+/g, " ");
  return markdown !== undefined && plain(markdown).includes(plain(description)) ? null : description;
}
