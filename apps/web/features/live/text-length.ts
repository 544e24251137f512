/** How long a text is: in words, or for Chinese in characters of its script. Code counts as it stands. */
export function lengthInWords(text: string, lang: string): number {
  const units = lang.startsWith("zh") ? text.match(/\p{Script=Han}/gu) : text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu);
  return units?.length ?? 0;
}
